package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The last samples of something, at most so many. Arrays, because there is one for each limit of each machine, and each reading is written to it. */
final class SampleRing {

    private static final int FEWEST = 16;

    private final int most;
    private long[] times = new long[FEWEST];
    private double[] values = new double[FEWEST];
    private int first;
    private int size;

    /** @param most {@value #FEWEST} at least */
    SampleRing(int most) {
        this.most = most;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(long at, double value) {
        if (size == times.length && size < most) {
            // Not full yet, so the first is still at the front.
            int room = Math.min(most, 2 * size);
            times = Arrays.copyOf(times, room);
            values = Arrays.copyOf(values, room);
        }
        if (size == times.length) {
            first = place(1);
            size--;
        }
        times[place(size)] = at;
        values[place(size)] = value;
        size++;
    }

    /** When the newest was. */
    long newestAt() {
        return times[place(size - 1)];
    }

    double newest() {
        return values[place(size - 1)];
    }

    /** The newest one has {@code value} instead. */
    void correctNewest(double value) {
        values[place(size - 1)] = value;
    }

    /** Oldest first. */
    List<Grounds.Sample> all() {
        return IntStream.range(0, size).mapToObj(this::sample).toList();
    }

    private Grounds.Sample sample(int index) {
        return new Grounds.Sample(Times.instant(times[place(index)]), values[place(index)]);
    }

    private int place(int index) {
        return (first + index) % times.length;
    }

    void write(DataOutput out) throws IOException {
        Samples.write(out, all());
    }

    void read(DataInput in) throws IOException {
        first = 0;
        size = 0;
        for (int left = in.readInt(); left > 0; left--) {
            add(in.readLong(), in.readDouble());
        }
    }
}
