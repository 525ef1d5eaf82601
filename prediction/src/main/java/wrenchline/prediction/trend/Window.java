package wrenchline.prediction.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Means of the last readings over equal spans of event time: at most {@value #MOST} and one. The spans begin at a second and double when there
 * are too many of them, until they cover the window; from then on the oldest go.
 */
final class Window {

    private static final int MOST = 128;

    private record Mean(double sum, long count) {

        Mean plus(Mean other) {
            return new Mean(sum + other.sum, count + other.count);
        }
    }

    private final long longest;
    private final TreeMap<Long, Mean> means = new TreeMap<>();
    private long span = 1000;

    Window(Duration longest) {
        this.longest = longest.toMillis();
    }

    void add(Instant at, double value) {
        long place = Math.floorDiv(at.toEpochMilli(), span);
        if (!means.isEmpty() && place < oldest()) {
            return;
        }
        means.merge(place, new Mean(value, 1), Mean::plus);
        means.headMap(oldest()).clear();
        while (means.size() > MOST) {
            widen();
        }
    }

    int size() {
        return means.size();
    }

    /** The means in order: for each how many seconds before the newest one, as a negative number, and the value. */
    double[][] points() {
        double[][] points = new double[means.size()][];
        int next = 0;
        for (Map.Entry<Long, Mean> each : means.entrySet()) {
            double seconds = (each.getKey() - means.lastKey()) * (span / 1000.0);
            points[next++] = new double[] {seconds, each.getValue().sum / each.getValue().count};
        }
        return points;
    }

    private long oldest() {
        return means.lastKey() - longest / span;
    }

    private void widen() {
        TreeMap<Long, Mean> wider = new TreeMap<>();
        means.forEach((place, mean) -> wider.merge(Math.floorDiv(place, 2), mean, Mean::plus));
        means.clear();
        means.putAll(wider);
        span *= 2;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(span);
        out.writeInt(means.size());
        for (Map.Entry<Long, Mean> each : means.entrySet()) {
            out.writeLong(each.getKey());
            out.writeDouble(each.getValue().sum);
            out.writeLong(each.getValue().count);
        }
    }

    void read(DataInput in) throws IOException {
        span = in.readLong();
        means.clear();
        for (int left = in.readInt(); left > 0; left--) {
            means.put(in.readLong(), new Mean(in.readDouble(), in.readLong()));
        }
    }
}
