package wrenchline.core.reading;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;

/**
 * How far a machine's readings are (设备进度).
 *
 * @param newest event time of its newest reading
 * @param clockOffset how much later than its own time a message arrives at best: the way it takes, and how much its clock is behind
 *     ours (negative: ahead); null while it sent no times of its own
 */
public record Standing(
        EquipmentId equipment,
        Instant newest,
        Sequence sequence,
        @Nullable Duration clockOffset) {

    /** Of a machine that was never heard. */
    public static Standing none(EquipmentId equipment) {
        return new Standing(equipment, Instant.MIN, Sequence.NONE, null);
    }

    /** With {@code reading}, which is no duplicate. */
    public Standing with(Reading reading) {
        // Where the message held no time, the arrival time stands for it.
        boolean timed = !reading.at().equals(reading.received());
        boolean newer = reading.at().isAfter(newest);
        return new Standing(
                equipment,
                newer ? reading.at() : newest,
                sequence.with(reading.seq(), newer && timed),
                newer && timed ? nearer(Duration.between(reading.at(), reading.received())) : clockOffset);
    }

    /** The smallest delay tells the clock, the rest is the network; clocks drift, so the estimate follows slowly upwards. */
    private Duration nearer(Duration delay) {
        if (clockOffset == null || delay.compareTo(clockOffset) <= 0) {
            return delay;
        }
        return clockOffset.plus(delay.minus(clockOffset).dividedBy(1024));
    }
}
