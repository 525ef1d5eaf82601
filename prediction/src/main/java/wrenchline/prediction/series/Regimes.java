package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Operating regimes (工况): the channel that tells best whether the machine works or rests divides its readings in two, and the other
 * channels are judged by what is usual in each. There is such a channel when its values of the learning time fall into two heaps with a gap
 * between, and it goes to and fro between them.
 */
final class Regimes {

    private static final int LEARNING = 200;
    private static final int LEAST_IN_A_HEAP = 20;
    private static final int LEAST_CHANGES = 6;
    private static final int LEAST_STAY = 4;
    private static final double EXPLAINED = 0.9;
    private static final int MEMORY = 20_000;

    private final int channels;
    private final double[][] learning;
    private int learnt;
    private int teller = -1;
    private double border;
    private final double[][] means;
    private final long[][] counts;

    Regimes(int channels) {
        this.channels = channels;
        this.learning = new double[channels][LEARNING];
        this.means = new double[2][channels];
        this.counts = new long[2][channels];
    }

    /** The values less what is usual in the present regime; as they are while there is but one, and that of the teller always. */
    double[] normalise(double[] values) {
        if (learnt < LEARNING) {
            for (int i = 0; i < channels; i++) {
                learning[i][learnt] = values[i];
            }
            learnt++;
            if (learnt == LEARNING) {
                choose();
            }
        }
        if (teller < 0 || Double.isNaN(values[teller])) {
            return values;
        }
        int regime = values[teller] > border ? 1 : 0;
        double[] normal = values.clone();
        for (int i = 0; i < channels; i++) {
            if (i != teller && !Double.isNaN(values[i])) {
                counts[regime][i]++;
                means[regime][i] += (values[i] - means[regime][i]) / Math.min(counts[regime][i], MEMORY);
                normal[i] -= means[regime][i];
            }
        }
        return normal;
    }

    private void choose() {
        double best = EXPLAINED;
        for (int i = 0; i < channels; i++) {
            TwoHeaps heaps = TwoHeaps.of(learning[i]);
            if (heaps.explained() > best
                    && heaps.smaller() >= LEAST_IN_A_HEAP
                    && isToAndFro(heaps.changes(learning[i]))) {
                best = heaps.explained();
                teller = i;
                border = heaps.border();
            }
        }
    }

    private static boolean isToAndFro(int changes) {
        return changes >= LEAST_CHANGES && changes * LEAST_STAY <= LEARNING;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(learnt);
        out.writeInt(teller);
        out.writeDouble(border);
        for (int i = 0; i < channels; i++) {
            for (int k = 0; k < (learnt < LEARNING ? learnt : 0); k++) {
                out.writeDouble(learning[i][k]);
            }
            for (int regime = 0; regime < 2; regime++) {
                out.writeDouble(means[regime][i]);
                out.writeLong(counts[regime][i]);
            }
        }
    }

    static Regimes read(DataInput in, int channels) throws IOException {
        Regimes read = new Regimes(channels);
        read.learnt = in.readInt();
        read.teller = in.readInt();
        read.border = in.readDouble();
        for (int i = 0; i < channels; i++) {
            for (int k = 0; k < (read.learnt < LEARNING ? read.learnt : 0); k++) {
                read.learning[i][k] = in.readDouble();
            }
            for (int regime = 0; regime < 2; regime++) {
                read.means[regime][i] = in.readDouble();
                read.counts[regime][i] = in.readLong();
            }
        }
        return read;
    }
}
