package wrenchline.gateway.sparkplug;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.gateway.payload.Decoded;

/** A node or one of its devices, with the metrics that its last birth announced. */
final class Machine {

    private final EquipmentId equipment;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<String, Integer> datatypes = new HashMap<>();
    private boolean born;
    private boolean online;
    private Instant since = Instant.MIN;

    /** A metric as its birth announced it. */
    record Definition(String name, int datatype) {}

    Machine(EquipmentId equipment) {
        this.equipment = equipment;
    }

    EquipmentId equipment() {
        return equipment;
    }

    /** Whether its metrics are known. */
    boolean isBorn() {
        return born;
    }

    boolean isOnline() {
        return online;
    }

    void announce(List<Metric> metrics) {
        names.clear();
        datatypes.clear();
        for (Metric metric : metrics) {
            if (!metric.name().isEmpty()) {
                datatypes.put(metric.name(), metric.datatype());
                if (metric.alias() != Payload.NONE) {
                    names.put(metric.alias(), metric.name());
                }
            }
        }
        born = true;
    }

    /** What {@code metric} is; empty when the birth did not announce it. */
    Optional<Definition> definition(Metric metric) {
        String name = metric.name().isEmpty() ? names.getOrDefault(metric.alias(), "") : metric.name();
        Integer announced = datatypes.get(name);
        if (announced == null) {
            return Optional.empty();
        }
        return Optional.of(new Definition(name, metric.datatype() == 0 ? announced : metric.datatype()));
    }

    /** Its metrics are to be announced again. */
    void forget() {
        born = false;
    }

    /**
     * It came or went.
     *
     * @param told by the clock of the node, which counts as far as that is possible
     */
    Decoded status(boolean nowOnline, Instant told, Instant received) {
        Instant possible = told.isAfter(received) ? received : told;
        since = possible.isBefore(since) ? since : possible;
        online = nowOnline;
        return new Decoded.Status(new DeviceStatus(equipment, since, nowOnline));
    }
}
