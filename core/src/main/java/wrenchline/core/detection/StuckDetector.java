package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.Reading;

/**
 * Metrics that do not change any more although they always did (卡值). A metric must have changed often before; a value that stays
 * the same counts only while the machine goes on reporting it.
 */
public final class StuckDetector implements Detector {

    /** So often a metric must have changed to be known as one that changes. */
    private static final int LIVELY = 20;

    /** So often the same value must have been reported: a machine that reports once an hour is not frozen after two. */
    private static final int FEWEST = 10;

    private final Map<String, Watch> watches = new LinkedHashMap<>();

    public StuckDetector(EquipmentModel model) {
        model.foresight().stuck().forEach(stuck -> watches.put(stuck.metric(), new Watch(stuck)));
    }

    @Override
    public List<Finding> on(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        for (Watch watch : watches.values()) {
            Double value = reading.values().get(watch.stuck.metric());
            if (value != null && watch.isNews(reading)) {
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
        private final Foresight.Stuck stuck;
        private long newest = Times.NONE;
        private double value = Double.NaN;
        private long since = Times.NONE;
        private int same;
        private int changes;
        private long raised = Times.NONE;

        Watch(Foresight.Stuck stuck) {
            this.stuck = stuck;
        }

        /** Whether it is to be looked at; when a clock was set back, it is the first of a new time. */
        boolean isNews(Reading reading) {
            if (Times.disproves(reading, newest)) {
                since = Times.of(reading);
                same = 0;
                return true;
            }
            return Times.of(reading) > newest;
        }

        void look(Reading reading, double next, List<Finding> findings) {
            long at = Times.of(reading);
            newest = at;
            if (next != value) {
                if (raised != Times.NONE) {
                    raised = Times.NONE;
                    findings.add(new Finding.Cleared(
                            reading.equipment(), Finding.STUCK_VALUE, stuck.metric(), next, reading.at()));
                }
                value = next;
                since = at;
                same = 1;
                changes = Math.min(LIVELY, changes + 1);
                return;
            }
            same++;
            if (raised == Times.NONE && changes >= LIVELY && same >= FEWEST && Times.passed(since, at, stuck.after())) {
                raised = at;
                findings.add(new Finding.Raised(
                        reading.equipment(),
                        Finding.STUCK_VALUE,
                        Severity.MINOR,
                        stuck.metric(),
                        value,
                        value,
                        Times.instant(since),
                        reading.at(),
                        new Grounds.Frozen(Times.instant(since), same)));
            }
        }

        void write(DataOutput out) throws IOException {
            out.writeLong(newest);
            out.writeDouble(value);
            out.writeLong(since);
            out.writeInt(same);
            out.writeInt(changes);
            out.writeLong(raised);
        }

        void read(DataInput in) throws IOException {
            newest = in.readLong();
            value = in.readDouble();
            since = in.readLong();
            same = in.readInt();
            changes = in.readInt();
            raised = in.readLong();
        }
    }
}
