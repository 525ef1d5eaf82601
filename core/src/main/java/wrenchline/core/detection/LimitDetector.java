package wrenchline.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;
import wrenchline.core.reading.Reading;

/**
 * Limits with hysteresis and duration, in event time: raised once when the value has stayed beyond the limit for its duration,
 * cleared once when it has come back across the clearing value. A reading older than one already seen is not looked at, unless that
 * one lies in the future by now: then a clock was set back, and the newer times are forgotten.
 */
public final class LimitDetector implements Detector {

    /** That a machine's clock is ahead of ours by less is usual. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private final List<Watch> watches;

    public LimitDetector(EquipmentModel model) {
        this.watches = model.limits().stream().map(Watch::new).toList();
    }

    @Override
    public List<Finding> on(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        for (Watch watch : watches) {
            Double value = reading.values().get(watch.limit.metric());
            if (value != null) {
                watch.look(reading, value, findings);
            }
        }
        return findings;
    }

    private static final class Watch {
        private final Limit limit;
        private Instant newest = Instant.MIN;
        private @Nullable Instant beyondSince;
        private boolean raised;

        Watch(Limit limit) {
            this.limit = limit;
        }

        void look(Reading reading, double value, List<Finding> findings) {
            EquipmentId equipment = reading.equipment();
            Instant at = reading.at();
            if (at.isBefore(newest)) {
                if (!newest.isAfter(reading.received().plus(STEP))) {
                    return;
                }
                beyondSince = null;
            }
            newest = at;
            if (raised) {
                if (limit.isCleared(value)) {
                    raised = false;
                    beyondSince = null;
                    findings.add(new Finding.Cleared(equipment, limit.failureMode(), limit.metric(), value, at));
                }
                return;
            }
            if (!limit.isBeyond(value)) {
                beyondSince = null;
                return;
            }
            Instant since = beyondSince == null ? at : beyondSince;
            beyondSince = since;
            if (Duration.between(since, at).compareTo(limit.duration()) >= 0) {
                raised = true;
                findings.add(new Finding.Raised(
                        equipment,
                        limit.failureMode(),
                        limit.severity(),
                        limit.metric(),
                        value,
                        limit.raise(),
                        since,
                        at));
            }
        }
    }
}
