package wrenchline.gateway.mqtt;

import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.payload.MachineTopic;
import wrenchline.gateway.payload.Sender;
import wrenchline.gateway.quota.Meter;
import wrenchline.gateway.quota.Meters;

/**
 * How fast a connection may go on, by the quotas of the machines for which it speaks. A connection has one order, so a machine that
 * shares it with others holds them up too. Used on the event loop alone.
 */
final class Pace {

    private final Meters meters;
    private final Sender sender;
    private final Meter otherwise;
    private String topic = "";
    private Meter meter;
    private long until;

    Pace(Meters meters, Sender sender) {
        this.meters = meters;
        this.sender = sender;
        this.otherwise =
                sender instanceof Sender.Machine(var equipment, var unused) ? meters.of(equipment) : meters.ofNobody();
        this.meter = otherwise;
    }

    /** A message came: no more may be read for the returned number of ns, 0 or more. */
    long took(String onTopic, int bytes) {
        if (!onTopic.equals(topic)) {
            topic = onTopic;
            meter = meter(onTopic);
        }
        long now = System.nanoTime();
        until = Math.max(until, now + meter.take(bytes, now));
        return until - now;
    }

    /** For how many ns no more may be read; 0 or less when it may. */
    long left() {
        return until - System.nanoTime();
    }

    private Meter meter(String onTopic) {
        MachineTopic named = MachineTopic.of(onTopic);
        boolean alone = sender instanceof Sender.Machine(var unused, var bound) && bound;
        return named != null && !alone && EquipmentId.isValid(named.machine())
                ? meters.of(new EquipmentId(named.machine()))
                : otherwise;
    }
}
