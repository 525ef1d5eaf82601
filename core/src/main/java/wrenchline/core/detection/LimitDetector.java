package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;
import wrenchline.core.reading.Reading;

/**
 * Limits with hysteresis and duration, in event time: raised when the value has stayed beyond the limit for its duration, again each
 * day that it stays there, cleared once when it has come back across the clearing value. A reading older than one already seen is not
 * looked at, unless that one lies in the future by now: then a clock was set back, and the newer times are forgotten.
 */
public final class LimitDetector implements Detector {

    private static final Duration REMINDER = Duration.ofDays(1);

    private final Map<String, Watch> watches = new LinkedHashMap<>();

    public LimitDetector(EquipmentModel model) {
        model.limits().forEach(limit -> watches.put(name(limit), new Watch(limit)));
    }

    private static String name(Limit limit) {
        return limit.metric() + "/" + limit.failureMode() + "/" + limit.side() + "/" + limit.raise();
    }

    @Override
    public List<Finding> on(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        for (Watch watch : watches.values()) {
            Double value = reading.values().get(watch.limit.metric());
            if (value != null) {
                watch.look(reading, value, findings);
            }
        }
        return findings;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        Named.write(out, watches, Watch::write);
    }

    @Override
    public void read(DataInput in) throws IOException {
        Named.read(in, watches, Watch::read);
    }

    private static final class Watch {
        private final Limit limit;
        private long newest = Times.NONE;
        private long beyondSince = Times.NONE;
        private long raised = Times.NONE;

        Watch(Limit limit) {
            this.limit = limit;
        }

        void look(Reading reading, double value, List<Finding> findings) {
            EquipmentId equipment = reading.equipment();
            long at = Times.of(reading);
            if (Times.disproves(reading, newest)) {
                beyondSince = Times.NONE;
            } else if (at < newest) {
                return;
            }
            newest = at;
            if (raised != Times.NONE && limit.isCleared(value)) {
                raised = Times.NONE;
                beyondSince = Times.NONE;
                findings.add(new Finding.Cleared(equipment, limit.failureMode(), limit.metric(), value, reading.at()));
                return;
            }
            if (raised == Times.NONE && !limit.isBeyond(value)) {
                beyondSince = Times.NONE;
                return;
            }
            long since = beyondSince == Times.NONE ? at : beyondSince;
            beyondSince = since;
            boolean due = raised == Times.NONE
                    ? Times.passed(since, at, limit.duration())
                    : limit.isBeyond(value) && Times.passed(raised, at, REMINDER);
            if (due) {
                raised = at;
                findings.add(new Finding.Raised(
                        equipment,
                        limit.failureMode(),
                        limit.severity(),
                        limit.metric(),
                        value,
                        limit.raise(),
                        Times.instant(since),
                        reading.at()));
            }
        }

        void write(DataOutput out) throws IOException {
            out.writeLong(newest);
            out.writeLong(beyondSince);
            out.writeLong(raised);
        }

        void read(DataInput in) throws IOException {
            newest = in.readLong();
            beyondSince = in.readLong();
            raised = in.readLong();
        }
    }
}
