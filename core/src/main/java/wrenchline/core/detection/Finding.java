package wrenchline.core.detection;

import java.time.Instant;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;

/** What a detector says of a machine (检测结论). */
public sealed interface Finding {

    EquipmentId equipment();

    /** The failure mode (失效模式, ISO 14224). */
    String failureMode();

    /** The reading that settled it, in event time. */
    Instant at();

    /**
     * A failure is there or near.
     *
     * @param since when it began, in event time
     * @param at the reading that settled it, in event time
     * @param value the metric's value at {@code at}, beside the {@code limit} that it crossed, both in the metric's unit
     */
    record Raised(
            EquipmentId equipment,
            String failureMode,
            Severity severity,
            String metric,
            double value,
            double limit,
            Instant since,
            Instant at)
            implements Finding {}

    /** The failure raised before has gone by itself. */
    record Cleared(EquipmentId equipment, String failureMode, String metric, double value, Instant at)
            implements Finding {}
}
