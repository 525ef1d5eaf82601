package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One channel: the residual of its short-term forecast, and the drift of its level, each against its own history. */
final class ChannelWatch {

    private static final double FAST = 0.1;
    private static final double SLOW = 0.005;

    private final Tail residuals;
    private final Tail drifts;
    private double fast;
    private double slow;
    private boolean started;

    ChannelWatch() {
        this(new Tail(), new Tail());
    }

    private ChannelWatch(Tail residuals, Tail drifts) {
        this.residuals = residuals;
        this.drifts = drifts;
    }

    /** The surprise at {@code value} in decades; learns it. */
    double on(double value) {
        if (!Double.isFinite(value)) {
            return 0;
        }
        if (!started) {
            started = true;
            fast = value;
            slow = value;
        }
        double residual = Math.abs(value - fast);
        double spike = residuals.surprise(residual);
        residuals.add(residual);
        fast += FAST * (value - fast);
        slow += SLOW * (value - slow);
        double drift = Math.abs(fast - slow);
        double shift = drifts.surprise(drift);
        drifts.add(drift);
        return Math.max(spike, shift);
    }

    void write(DataOutput out) throws IOException {
        residuals.write(out);
        drifts.write(out);
        out.writeDouble(fast);
        out.writeDouble(slow);
        out.writeBoolean(started);
    }

    static ChannelWatch read(DataInput in) throws IOException {
        ChannelWatch watch = new ChannelWatch(Tail.read(in), Tail.read(in));
        watch.fast = in.readDouble();
        watch.slow = in.readDouble();
        watch.started = in.readBoolean();
        return watch;
    }
}
