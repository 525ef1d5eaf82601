package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How the mean of the newest few values of one channel differs from the mean of those some while before. Of the values their running
 * sums alone are kept: there is one of these for each channel of each machine.
 */
final class RecentValues {

    static final int REACH = 400;
    private static final int LEAST_REFERENCE = 40;
    private static final int SIZE = 512;

    /** Sums since the last turn of the ring: made anew each turn, so that no rounding adds up. */
    private final double[] sums = new double[SIZE];

    private long count;

    void add(double value) {
        int at = (int) (count % SIZE);
        sums[at] = value + (at == 0 ? 0 : sums[at - 1]);
        count++;
    }

    /**
     * The mean of the newest {@code window} values minus the mean of up to {@link #REACH} before, with {@code gap} values between that do
     * not count; NaN while there are too few.
     */
    double contrast(int window, int gap) {
        long before = Math.min(count - window - gap, REACH);
        return before < Math.max(window, LEAST_REFERENCE)
                ? Double.NaN
                : sum(0, window) / window - sum(window + gap, (int) before) / before;
    }

    /** The sum of {@code length} values, the newest of which is {@code back} values old. */
    private double sum(int back, int length) {
        int last = Math.floorMod(count - 1 - back, SIZE);
        int beforeFirst = last - length;
        return beforeFirst >= 0
                ? sums[last] - sums[beforeFirst]
                : beforeFirst == -1 ? sums[last] : sums[last] + sums[SIZE - 1] - sums[SIZE + beforeFirst];
    }

    void write(DataOutput out) throws IOException {
        // Negative, because earlier versions wrote the values.
        out.writeLong(~count);
        for (int i = 0; i < Math.min(count, SIZE); i++) {
            out.writeDouble(sums[i]);
        }
    }

    static RecentValues read(DataInput in) throws IOException {
        RecentValues read = new RecentValues();
        long count = in.readLong();
        if (count < 0) {
            read.restore(~count, in);
        } else {
            read.learn(count, in);
        }
        return read;
    }

    private void restore(long counted, DataInput in) throws IOException {
        count = counted;
        for (int i = 0; i < Math.min(count, SIZE); i++) {
            sums[i] = in.readDouble();
        }
    }

    /** What an earlier version wrote. */
    private void learn(long counted, DataInput in) throws IOException {
        int known = (int) Math.min(counted, SIZE);
        count = counted - known;
        for (int i = 0; i < known; i++) {
            add(in.readDouble());
        }
    }
}
