package wrenchline.core.detection;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;

/** What a detector says of a machine (检测结论). */
public sealed interface Finding {

    /** The failure mode of a machine that does not behave as it learned to. */
    String UNUSUAL = "UNUSUAL_BEHAVIOUR";

    /** The failure mode of a machine that says nothing. */
    String NO_DATA = "NO_DATA";

    /** The failure mode of a sensor that says the same for ever. */
    String STUCK_VALUE = "STUCK_VALUE";

    EquipmentId equipment();

    /** The failure mode (失效模式, ISO 14224). */
    String failureMode();

    /** The reading that settled it, in event time. */
    Instant at();

    /**
     * A failure is there or near. Said once when it begins, and once a day as long as it stands.
     *
     * @param metric that tells most of it; empty when none does
     * @param since when it began, in event time
     * @param at the reading that settled it, in event time
     * @param value the metric's value at {@code at}, beside the {@code limit} that it crossed or comes near to, both in the metric's
     *     unit
     * @param grounds null where value and limit say it all
     */
    record Raised(
            EquipmentId equipment,
            String failureMode,
            Severity severity,
            String metric,
            double value,
            double limit,
            Instant since,
            Instant at,
            @Nullable Grounds grounds)
            implements Finding {

        /** A limit was crossed. */
        public Raised(
                EquipmentId equipment,
                String failureMode,
                Severity severity,
                String metric,
                double value,
                double limit,
                Instant since,
                Instant at) {
            this(equipment, failureMode, severity, metric, value, limit, since, at, null);
        }

        public Optional<Grounds> groundsIfAny() {
            return Optional.ofNullable(grounds);
        }
    }

    /** The failure raised before has gone by itself. */
    record Cleared(EquipmentId equipment, String failureMode, String metric, double value, Instant at)
            implements Finding {}
}
