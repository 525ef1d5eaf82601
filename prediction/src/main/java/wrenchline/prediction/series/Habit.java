package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * How much higher the bar is for a machine of which something was told before (习惯): each time raises it, and in a month the rise falls to
 * 1/e. A machine that often does what looks unusual thus comes to keep the budget of about one ticket a month by its own history.
 */
final class Habit {

    /** Decades. */
    private static final double RISE = 0.7;

    private static final double MONTH = Duration.ofDays(30).toMillis();

    private double raised;
    private long at;

    /** Decades at {@code now}. */
    double raised(long now) {
        return raised == 0 ? 0 : raised * Math.exp(Math.min(0, at - now) / MONTH);
    }

    /** Something was told. */
    void told(long now) {
        raised = raised(now) + RISE;
        at = now;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(raised);
        out.writeLong(at);
    }

    void restore(DataInput in) throws IOException {
        raised = in.readDouble();
        at = in.readLong();
    }
}
