package wrenchline.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wrenchline.config.RegisterMap;
import wrenchline.core.desk.Transactions;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.Fieldbus;
import wrenchline.dashboard.http.Health;
import wrenchline.dashboard.http.Metrics;
import wrenchline.gateway.modbus.ModbusPolling;
import wrenchline.gateway.modbus.PollSnapshot;
import wrenchline.gateway.modbus.Polled;

/** Polls the machines that the register has an address for and whose model has a register map. */
final class PolledMachines implements Metrics.Source {

    private static final int MOST_TOLD = 3;

    private final Transactions transactions;
    private final Map<String, RegisterMap> maps;
    private final ModbusPolling polling;
    private volatile Set<String> unmapped = Set.of();

    PolledMachines(Transactions transactions, Map<String, RegisterMap> maps, ModbusPolling polling) {
        this.transactions = transactions;
        this.maps = maps;
        this.polling = polling;
    }

    /** Looks into the register. */
    void look() {
        List<Equipment> addressed = transactions.call(books -> books.register().equipment()).stream()
                .filter(equipment -> equipment.fieldbus() instanceof Fieldbus.ModbusTcp)
                .toList();
        unmapped = addressed.stream()
                .filter(equipment -> !maps.containsKey(equipment.model()))
                .map(equipment -> equipment.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
        polling.follow(addressed.stream().flatMap(this::polled).collect(Collectors.toSet()));
    }

    private Stream<Polled> polled(Equipment equipment) {
        RegisterMap map = maps.getOrDefault(equipment.model(), RegisterMap.NONE);
        return equipment.fieldbus() instanceof Fieldbus.ModbusTcp address && !map.isEmpty()
                ? Stream.of(new Polled(equipment.id(), address, map))
                : Stream.empty();
    }

    Health.Part health() {
        Map<String, String> trouble = new TreeMap<>();
        unmapped.forEach(machine -> trouble.put(machine, "its model has no register map"));
        polling.snapshot().trouble().forEach((machine, reason) -> trouble.put(machine.value(), reason));
        if (trouble.isEmpty()) {
            return Health.Part.up("modbus", false);
        }
        String first = trouble.entrySet().stream()
                .limit(MOST_TOLD)
                .map(one -> one.getKey() + " (" + one.getValue() + ")")
                .collect(Collectors.joining(", "));
        String more = trouble.size() > MOST_TOLD ? " and " + (trouble.size() - MOST_TOLD) + " more" : "";
        return Health.Part.down("modbus", false, "not heard: " + first + more);
    }

    @Override
    public List<Metrics.Sample> samples() {
        PollSnapshot now = polling.snapshot();
        return List.of(
                Metrics.Sample.gauge("wrenchline_modbus_machines", "Machines polled by Modbus.", now.machines()),
                Metrics.Sample.gauge(
                        "wrenchline_modbus_silent",
                        "Those of them that do not answer.",
                        now.trouble().size()),
                Metrics.Sample.counter("wrenchline_modbus_polls_total", "Polls by Modbus.", (double) now.polls()),
                Metrics.Sample.counter(
                        "wrenchline_modbus_failures_total", "Those of them that brought nothing.", (double)
                                now.failures()));
    }
}
