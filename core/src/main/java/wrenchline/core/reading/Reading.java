package wrenchline.core.reading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalLong;
import wrenchline.core.equipment.EquipmentId;

/**
 * What a controller measured at one time (遥测读数). Times are whole microseconds; what is finer is cut off.
 *
 * @param at event time; the arrival time where the message held none
 * @param received when it arrived here
 * @param seq the controller's own counter, or {@link #NO_SEQ}
 * @param values by metric id, in the metric's unit; never empty, every value finite
 */
public record Reading(EquipmentId equipment, Instant at, Instant received, long seq, Map<String, Double> values) {

    /** The message held no counter. */
    public static final long NO_SEQ = -1;

    public Reading {
        at = at.truncatedTo(ChronoUnit.MICROS);
        received = received.truncatedTo(ChronoUnit.MICROS);
        values = Map.copyOf(values);
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
