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
        boolean setBack = reading.disproves(newest);
        boolean newer = setBack || reading.at().isAfter(newest);
        if (!reading.isDated()) {
            return new Standing(
                    equipment, newer ? reading.at() : newest, sequence.with(reading.seq(), false), clockOffset);
        }
        Duration delay = Duration.between(reading.at(), reading.received());
        return new Standing(
                equipment,
                newer ? reading.at() : newest,
                // A lower number after the clock was set back is no new count: it may as well have been on its way for
                // long.
                sequence.with(reading.seq(), newer && !setBack),
                setBack ? delay : newer ? nearer(delay) : clockOffset);
    }

    /** Whether {@code reading} comes after a newer one. */
    public boolean isLate(Reading reading) {
        return reading.at().isBefore(newest) && !reading.disproves(newest);
    }

    /** The smallest delay tells the clock, the rest is the network; clocks drift, so the estimate follows slowly upwards. */
    private Duration nearer(Duration delay) {
        if (clockOffset == null || delay.compareTo(clockOffset) <= 0) {
            return delay;
        }
        return clockOffset.plus(delay.minus(clockOffset).dividedBy(1024));
    }
}
