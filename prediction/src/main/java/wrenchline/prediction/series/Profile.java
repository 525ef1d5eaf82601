package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The mean value in each slot of a cycle, the newer values counting more. */
final class Profile {

    private final int memory;
    private final double[] means;
    private final int[] counts;

    /** @param memory values of a slot after which the oldest begin to be forgotten */
    Profile(int slots, int memory) {
        this.memory = memory;
        this.means = new double[slots];
        this.counts = new int[slots];
    }

    /** The mean of {@code slot}, {@code otherwise} when it is empty. */
    double mean(int slot, double otherwise) {
        return counts[slot] == 0 ? otherwise : means[slot];
    }

    void learn(int slot, double value) {
        counts[slot] = Math.min(counts[slot] + 1, memory);
        means[slot] += (value - means[slot]) / counts[slot];
    }

    void write(DataOutput out) throws IOException {
        for (int i = 0; i < means.length; i++) {
            out.writeDouble(means[i]);
            out.writeInt(counts[i]);
        }
    }

    void restore(DataInput in) throws IOException {
        for (int i = 0; i < means.length; i++) {
            means[i] = in.readDouble();
            counts[i] = in.readInt();
        }
    }
}
