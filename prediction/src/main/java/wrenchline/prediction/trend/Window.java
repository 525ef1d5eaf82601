package wrenchline.prediction.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Means of the last readings over equal spans of event time: at most {@value #MOST} and one. The spans begin at a second and double when there
 * are too many of them, until they cover the window; from then on the oldest go. Arrays, because there is one for each limit of each machine.
 */
final class Window {

    private static final int MOST = 128;
    private static final int FEWEST = 16;

    private final long longest;
    private long span = 1000;

    /** In the order of time: which span since 1970, the sum of the values in it, and how many they are. */
    private long[] places = new long[FEWEST];

    private double[] sums = new double[FEWEST];
    private long[] counts = new long[FEWEST];
    private int size;

    Window(Duration longest) {
        this.longest = longest.toMillis();
    }

    void add(Instant at, double value) {
        long place = Math.floorDiv(at.toEpochMilli(), span);
        if (size > 0 && place < oldest()) {
            return;
        }
        merge(place, value, 1);
        int outside = 0;
        while (places[outside] < oldest()) {
            outside++;
        }
        forget(outside);
        while (size > MOST) {
            widen();
        }
    }

    int size() {
        return size;
    }

    /** The means in order: for each how many seconds before the newest one, as a negative number, and the value. */
    double[][] points() {
        double[][] points = new double[size][];
        for (int index = 0; index < size; index++) {
            double seconds = (places[index] - places[size - 1]) * (span / 1000.0);
            points[index] = new double[] {seconds, sums[index] / counts[index]};
        }
        return points;
    }

    private long oldest() {
        return places[size - 1] - longest / span;
    }

    private void merge(long place, double sum, long count) {
        int index = size;
        while (index > 0 && places[index - 1] > place) {
            index--;
        }
        if (index > 0 && places[index - 1] == place) {
            sums[index - 1] += sum;
            counts[index - 1] += count;
            return;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            sums = Arrays.copyOf(sums, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        move(index, index + 1);
        size++;
        places[index] = place;
        sums[index] = sum;
        counts[index] = count;
    }

    private void forget(int oldestOnes) {
        if (oldestOnes > 0) {
            move(oldestOnes, 0);
            size -= oldestOnes;
        }
    }

    /** Moves everything from {@code from} on to {@code to}. */
    private void move(int from, int to) {
        System.arraycopy(places, from, places, to, size - from);
        System.arraycopy(sums, from, sums, to, size - from);
        System.arraycopy(counts, from, counts, to, size - from);
    }

    private void widen() {
        int before = size;
        size = 0;
        // Never more than were read already, so nothing is overwritten before its turn.
        for (int index = 0; index < before; index++) {
            merge(Math.floorDiv(places[index], 2), sums[index], counts[index]);
        }
        span *= 2;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(span);
        out.writeInt(size);
        for (int index = 0; index < size; index++) {
            out.writeLong(places[index]);
            out.writeDouble(sums[index]);
            out.writeLong(counts[index]);
        }
    }

    void read(DataInput in) throws IOException {
        span = in.readLong();
        size = 0;
        for (int left = in.readInt(); left > 0; left--) {
            merge(in.readLong(), in.readDouble(), in.readLong());
        }
    }
}
