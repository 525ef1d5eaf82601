package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What is normal for one machine, learned while it runs (正常状态模型). Strictly causal; owned by one thread. */
public interface Normality {

    /** How far from normal {@code values} are; NaN where one is missing. Times never go back. */
    Assessment on(Instant at, double[] values);

    /**
     * @param score from 0 to 1
     * @param onset whether it has just left what is normal, by a threshold that holds for every machine
     */
    record Assessment(double score, boolean onset, List<Grounds.Contribution> contributions) {
        public Assessment {
            contributions = List.copyOf(contributions);
        }
    }

    void write(DataOutput out) throws IOException;

    /** Goes on where the one that was written had been. To be called before anything else. */
    void read(DataInput in) throws IOException;

    /** Makes one for the metrics of a machine. */
    @FunctionalInterface
    interface Maker {
        Normality of(List<String> metrics);
    }
}
