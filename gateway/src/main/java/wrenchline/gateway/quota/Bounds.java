package wrenchline.gateway.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wrenchline.config.Quota;
import wrenchline.config.QuotaSettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.payload.Decoded;

/** Keeps machines to the size of their payloads and to their number of metrics; the rest goes to quarantine. */
public final class Bounds {

    private static final int MOST_MACHINES = 50_000;
    private static final int LONGEST_FAULT = 200;

    private final QuotaSettings quotas;
    private final Map<EquipmentId, Set<String>> metrics = new ConcurrentHashMap<>();

    public Bounds(QuotaSettings quotas) {
        this.quotas = quotas;
    }

    /** {@code parts} of a message of {@code length} bytes, as far as they are allowed. */
    public List<Decoded> check(List<Decoded> parts, int length) {
        List<Decoded> checked = new ArrayList<>(parts.size());
        for (Decoded part : parts) {
            checked.add(part instanceof Decoded.Accepted accepted ? check(accepted, length) : part);
        }
        return checked;
    }

    private Decoded check(Decoded.Accepted part, int length) {
        Quota quota = quotas.of(part.equipment());
        if (quota.payloadBytes() > 0 && length > quota.payloadBytes()) {
            return new Decoded.Rejected(
                    Decoded.Fault.PAYLOAD,
                    length + " bytes are more than the " + quota.payloadBytes() + " that the quota of "
                            + part.equipment() + " allows");
        }
        return part instanceof Decoded.Telemetry telemetry && quota.metrics() > 0
                ? known(telemetry, quota.metrics())
                : part;
    }

    private Decoded known(Decoded.Telemetry telemetry, int most) {
        if (metrics.size() >= MOST_MACHINES && !metrics.containsKey(telemetry.equipment())) {
            metrics.clear();
        }
        Set<String> names = metrics.computeIfAbsent(telemetry.equipment(), first -> ConcurrentHashMap.newKeySet());
        for (Reading reading : telemetry.readings()) {
            if (!names.containsAll(reading.values().keySet())) {
                return learned(telemetry, names, most);
            }
        }
        return telemetry;
    }

    private static Decoded learned(Decoded.Telemetry telemetry, Set<String> names, int most) {
        List<Reading> readings = new ArrayList<>();
        StringBuilder fault = new StringBuilder(telemetry.fault());
        for (Reading reading : telemetry.readings()) {
            Map<String, Double> values = new HashMap<>(reading.values());
            values.keySet().removeIf(name -> !isKnown(name, names, most, fault));
            if (!values.isEmpty()) {
                readings.add(new Reading(reading.equipment(), reading.at(), reading.received(), reading.seq(), values));
            }
        }
        return readings.isEmpty()
                ? new Decoded.Rejected(Decoded.Fault.PAYLOAD, fault.toString())
                : new Decoded.Telemetry(telemetry.equipment(), readings, fault.toString());
    }

    private static boolean isKnown(String name, Set<String> names, int most, StringBuilder fault) {
        if (names.contains(name) || (names.size() < most && names.add(name))) {
            return true;
        }
        if (fault.length() < LONGEST_FAULT) {
            fault.append(fault.isEmpty() ? "" : "; ")
                    .append("'" + name + "' is more than the " + most + " metrics that its quota allows");
        }
        return false;
    }
}
