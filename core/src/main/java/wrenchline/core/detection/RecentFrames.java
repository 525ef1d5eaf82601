package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The last frames with their scores: the window that goes with a ticket. Arrays, as {@link SampleRing} is. */
final class RecentFrames {

    private static final int MOST = 60;

    /** More curves than that nobody looks at. */
    private static final int CURVES = 3;

    private final List<String> metrics;
    private final long[] times = new long[MOST];
    private final double[] scores = new double[MOST];

    /** One frame after the other. */
    private final double[] values;

    private int first;
    private int size;

    RecentFrames(List<String> metrics) {
        this.metrics = List.copyOf(metrics);
        this.values = new double[MOST * metrics.size()];
    }

    void add(Frames.Frame frame, double score) {
        add(frame.at(), frame.values(), score);
    }

    private void add(long at, double[] frame, double score) {
        int place = place(size);
        times[place] = at;
        scores[place] = score;
        System.arraycopy(frame, 0, values, place * frame.length, frame.length);
        if (size < MOST) {
            size++;
        } else {
            first = place(1);
        }
    }

    private int place(int index) {
        return (first + index) % MOST;
    }

    private double value(int index, int metric) {
        return values[place(index) * metrics.size() + metric];
    }

    /** The score, and the metrics of the first of {@code contributions}. */
    List<Grounds.Trace> window(List<Grounds.Contribution> contributions) {
        List<Grounds.Trace> traces = new ArrayList<>();
        traces.add(new Grounds.Trace(
                Grounds.Trace.SCORE,
                IntStream.range(0, size)
                        .mapToObj(index -> sample(index, scores[place(index)]))
                        .toList()));
        contributions.stream().limit(CURVES).forEach(one -> traces.add(trace(one.metric())));
        return traces;
    }

    private Grounds.Trace trace(String metric) {
        int column = metrics.indexOf(metric);
        return new Grounds.Trace(
                metric,
                IntStream.range(0, size)
                        .filter(index -> Double.isFinite(value(index, column)))
                        .mapToObj(index -> sample(index, value(index, column)))
                        .toList());
    }

    private Grounds.Sample sample(int index, double value) {
        return new Grounds.Sample(Times.instant(times[place(index)]), value);
    }

    /** The newest value of {@code metric}; 0 when there is none. */
    double newest(String metric) {
        List<Grounds.Sample> samples = trace(metric).samples();
        return samples.isEmpty() ? 0 : samples.getLast().value();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int index = 0; index < size; index++) {
            out.writeLong(times[place(index)]);
            out.writeDouble(scores[place(index)]);
            for (int metric = 0; metric < metrics.size(); metric++) {
                out.writeDouble(value(index, metric));
            }
        }
    }

    void read(DataInput in) throws IOException {
        double[] frame = new double[metrics.size()];
        for (int left = in.readInt(); left > 0; left--) {
            long at = in.readLong();
            double score = in.readDouble();
            for (int metric = 0; metric < frame.length; metric++) {
                frame[metric] = in.readDouble();
            }
            add(at, frame, score);
        }
    }
}
