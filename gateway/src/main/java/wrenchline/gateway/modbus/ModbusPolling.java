package wrenchline.gateway.modbus;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.ingest.Inlet;

/** Asks machines that do not report by themselves, each at its own pace. To be closed before the pipeline. */
public final class ModbusPolling implements AutoCloseable {

    private final Inlet inlet;
    private final PollerPatience patience;
    private final InstantSource clock;
    private final PollCounters counters = new PollCounters();
    private final Map<Polled, Poller> pollers = new HashMap<>();

    public ModbusPolling(Inlet inlet, InstantSource clock) {
        this(inlet, PollerPatience.usual(), clock);
    }

    ModbusPolling(Inlet inlet, PollerPatience patience, InstantSource clock) {
        this.inlet = inlet;
        this.patience = patience;
        this.clock = clock;
    }

    /** From now on {@code machines} are polled and no others; those that are polled already go on. */
    public synchronized void follow(Set<Polled> machines) {
        pollers.entrySet().removeIf(polled -> {
            boolean gone = !machines.contains(polled.getKey());
            if (gone) {
                polled.getValue().close();
            }
            return gone;
        });
        for (Polled machine : machines) {
            pollers.computeIfAbsent(machine, one -> new Poller(one, patience, new Teller(one, inlet, clock), counters));
        }
    }

    public synchronized PollSnapshot snapshot() {
        Map<EquipmentId, String> trouble = new HashMap<>();
        pollers.forEach((machine, poller) -> {
            String reason = poller.trouble();
            if (!reason.isEmpty()) {
                trouble.put(machine.equipment(), reason);
            }
        });
        return new PollSnapshot(
                pollers.size(), counters.polls().sum(), counters.failures().sum(), trouble);
    }

    @Override
    public synchronized void close() {
        follow(Set.of());
    }
}
