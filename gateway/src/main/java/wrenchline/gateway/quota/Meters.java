package wrenchline.gateway.quota;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wrenchline.config.QuotaSettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.OverQuota;

/** The meters of all machines. */
public final class Meters {

    /** More are no machines, but somebody who invents names. */
    private static final int MOST_MACHINES = 50_000;

    private final QuotaSettings quotas;
    private final InstantSource clock;
    private final Map<EquipmentId, Meter> meters = new ConcurrentHashMap<>();

    public Meters(QuotaSettings quotas, InstantSource clock) {
        this.quotas = quotas;
        this.clock = clock;
    }

    public Meter of(EquipmentId equipment) {
        if (meters.size() >= MOST_MACHINES && !meters.containsKey(equipment)) {
            meters.clear();
        }
        return meters.computeIfAbsent(equipment, one -> new Meter(quotas.of(one), clock, System.nanoTime()));
    }

    /** For a sender that is no machine: with the usual quota, and not shown. */
    public Meter ofNobody() {
        return new Meter(quotas.usual(), clock, System.nanoTime());
    }

    /** The machines that sent too much at any time since the start; each time that it began is told once. */
    public List<OverQuota> excesses() {
        long now = System.nanoTime();
        return meters.entrySet().stream()
                .filter(one -> one.getValue().times() > 0)
                .map(one -> one.getValue().excess(one.getKey(), now))
                .toList();
    }

    /** How many machines send too much now. */
    public long over() {
        long now = System.nanoTime();
        return meters.values().stream().filter(meter -> meter.isOver(now)).count();
    }

    /** How often machines began to send too much. */
    public long times() {
        return meters.values().stream().mapToLong(Meter::times).sum();
    }
}
