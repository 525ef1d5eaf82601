package wrenchline.core.reading;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import wrenchline.core.equipment.EquipmentId;

/**
 * What a controller measured at one time (遥测读数).
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
        values = Map.copyOf(values);
    }

    /** The controller's counter, if it sent one. */
    public OptionalLong sequence() {
        return seq == NO_SEQ ? OptionalLong.empty() : OptionalLong.of(seq);
    }
}
