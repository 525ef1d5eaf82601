package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last frames with their scores: the window that goes with a ticket. */
final class RecentFrames {

    private static final int MOST = 60;

    /** More curves than that nobody looks at. */
    private static final int CURVES = 3;

    private final List<String> metrics;
    private final Deque<Scored> frames = new ArrayDeque<>();

    RecentFrames(List<String> metrics) {
        this.metrics = List.copyOf(metrics);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Scored(Instant at, double[] values, double score) {}

    void add(Frames.Frame frame, double score) {
        frames.addLast(new Scored(frame.at(), frame.values(), score));
        if (frames.size() > MOST) {
            frames.removeFirst();
        }
    }

    /** The score, and the metrics of the first of {@code contributions}. */
    List<Grounds.Trace> window(List<Grounds.Contribution> contributions) {
        List<Grounds.Trace> traces = new ArrayList<>();
        traces.add(new Grounds.Trace(
                Grounds.Trace.SCORE,
                frames.stream()
                        .map(frame -> new Grounds.Sample(frame.at(), frame.score()))
                        .toList()));
        contributions.stream().limit(CURVES).forEach(one -> traces.add(trace(one.metric())));
        return traces;
    }

    private Grounds.Trace trace(String metric) {
        int index = metrics.indexOf(metric);
        return new Grounds.Trace(
                metric,
                frames.stream()
                        .filter(frame -> Double.isFinite(frame.values()[index]))
                        .map(frame -> new Grounds.Sample(frame.at(), frame.values()[index]))
                        .toList());
    }

    /** The newest value of {@code metric}; 0 when there is none. */
    double newest(String metric) {
        List<Grounds.Sample> samples = trace(metric).samples();
        return samples.isEmpty() ? 0 : samples.getLast().value();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(frames.size());
        for (Scored frame : frames) {
            Times.write(out, frame.at());
            out.writeDouble(frame.score());
            for (double value : frame.values()) {
                out.writeDouble(value);
            }
        }
    }

    void read(DataInput in) throws IOException {
        int count = in.readInt();
        for (int index = 0; index < count; index++) {
            Instant at = Times.readOrMin(in);
            double score = in.readDouble();
            double[] values = new double[metrics.size()];
            for (int metric = 0; metric < values.length; metric++) {
                values[metric] = in.readDouble();
            }
            frames.addLast(new Scored(at, values, score));
        }
    }
}
