package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
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
                watch.look(reading.equipment(), value, reading.at(), findings);
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
        private Instant newest = Instant.MIN;
        private double value = Double.NaN;
        private Instant since = Instant.MIN;
        private int same;
        private int changes;
        private @Nullable Instant raised;

        Watch(Foresight.Stuck stuck) {
            this.stuck = stuck;
        }

        /** Whether it is to be looked at; when a clock was set back, it is the first of a new time. */
        boolean isNews(Reading reading) {
            if (reading.disproves(newest)) {
                since = reading.at();
                same = 0;
                return true;
            }
            return reading.at().isAfter(newest);
        }

        void look(EquipmentId equipment, double next, Instant at, List<Finding> findings) {
            newest = at;
            if (next != value) {
                if (raised != null) {
                    raised = null;
                    findings.add(new Finding.Cleared(equipment, Finding.STUCK_VALUE, stuck.metric(), next, at));
                }
                value = next;
                since = at;
                same = 1;
                changes = Math.min(LIVELY, changes + 1);
                return;
            }
            same++;
            if (raised == null && changes >= LIVELY && same >= FEWEST && Times.passed(since, at, stuck.after())) {
                raised = at;
                findings.add(new Finding.Raised(
                        equipment,
                        Finding.STUCK_VALUE,
                        Severity.MINOR,
                        stuck.metric(),
                        value,
                        value,
                        since,
                        at,
                        new Grounds.Frozen(since, same)));
            }
        }

        void write(DataOutput out) throws IOException {
            Times.write(out, newest);
            out.writeDouble(value);
            Times.write(out, since);
            out.writeInt(same);
            out.writeInt(changes);
            Times.write(out, raised);
        }

        void read(DataInput in) throws IOException {
            newest = Times.readOrMin(in);
            value = in.readDouble();
            since = Times.readOrMin(in);
            same = in.readInt();
            changes = in.readInt();
            raised = Times.read(in);
        }
    }
}
