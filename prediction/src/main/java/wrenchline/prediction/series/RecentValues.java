package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The last values of one channel, and how the mean of the newest few differs from the mean of those some while before. */
final class RecentValues {

    static final int REACH = 400;
    private static final int LEAST_REFERENCE = 40;
    private static final int SIZE = 512;

    private final double[] values = new double[SIZE];
    /** Sums since the last turn of the ring: made anew each turn, so that no rounding adds up. */
    private final double[] sums = new double[SIZE];

    private long count;

    void add(double value) {
        int at = (int) (count % SIZE);
        values[at] = value;
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
        out.writeLong(count);
        for (int back = (int) Math.min(count, SIZE) - 1; back >= 0; back--) {
            out.writeDouble(values[Math.floorMod(count - 1 - back, SIZE)]);
        }
    }

    static RecentValues read(DataInput in) throws IOException {
        RecentValues read = new RecentValues();
        long count = in.readLong();
        int known = (int) Math.min(count, SIZE);
        read.count = count - known;
        for (int i = 0; i < known; i++) {
            read.add(in.readDouble());
        }
        return read;
    }
}
