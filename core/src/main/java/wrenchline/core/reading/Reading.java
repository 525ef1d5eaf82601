package wrenchline.core.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalLong;
import wrenchline.core.equipment.EquipmentId;

/**
 * What a controller measured at one time (遥测读数). Times are whole microseconds; what is finer is cut off.
 *
 * @param at event time; exactly the arrival time where the message held none, and never otherwise: see {@link #dated}
 * @param received when it arrived here
 * @param seq the controller's own counter, or {@link #NO_SEQ}
 * @param values by metric id, in the metric's unit; never empty, every value finite
 */
public record Reading(EquipmentId equipment, Instant at, Instant received, long seq, Map<String, Double> values) {

    /** The message held no counter. */
    public static final long NO_SEQ = -1;

    /** That a machine's clock is ahead of ours by less is usual. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    public Reading {
        at = at.truncatedTo(ChronoUnit.MICROS);
        received = received.truncatedTo(ChronoUnit.MICROS);
        values = Map.copyOf(values);
    }

    /** One whose message held its time; when that is the moment of its arrival, it arrived a microsecond later. */
    public static Reading dated(
            EquipmentId equipment, Instant at, Instant received, long seq, Map<String, Double> values) {
        Reading reading = new Reading(equipment, at, received, seq, values);
        return reading.isDated()
                ? reading
                : new Reading(equipment, at, reading.received.plus(1, ChronoUnit.MICROS), seq, values);
    }

    /** One whose message held no time. */
    public static Reading undated(EquipmentId equipment, Instant received, long seq, Map<String, Double> values) {
        return new Reading(equipment, received, received, seq, values);
    }

    /** Whether the message held the time of what was measured. */
    public boolean isDated() {
        return !at.equals(received);
    }

    /**
     * Whether {@code newest}, the newest event time before this one, is in the future and no longer to be believed: the machine's clock was
     * ahead and was set right. Whoever waits for newer readings goes on from this one then.
     */
    public boolean disproves(Instant newest) {
        return at.isBefore(newest) && newest.isAfter(received.plus(AHEAD));
    }

    /** This reading; when the machine's clock is ahead, with a time that will soon be past. */
    public Reading timely() {
        Instant latest = received.plus(AHEAD);
        return at.isAfter(latest) ? new Reading(equipment, latest, received, seq, values) : this;
    }

    /** The controller's counter, if it sent one. */
    public OptionalLong sequence() {
        return seq == NO_SEQ ? OptionalLong.empty() : OptionalLong.of(seq);
    }

    /**
     * 64 bits of counter, names and values. Two readings with the same equipment, event time and digest are one reading that
     * came twice; a history keeps it once.
     */
    public long digest() {
        return Digest.of(seq, values);
    }
}
