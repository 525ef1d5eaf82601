package wrenchline.prediction.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Says when one metric reaches a limit if it goes on as it does (趋势到限), from the readings of a bounded window of event time. Late readings
 * find their place, those older than the window change nothing. Some 12 KiB; a forecast looks at the slopes of at most 8,128
 * pairs, so ask for it once in a while and not at every reading. For one thread.
 */
public final class TrendToLimit {

    private static final Duration WINDOW = Duration.ofDays(14);

    /** Fewer means than this say nothing about a trend. */
    private static final int FEWEST = 10;

    /** How far a trend is carried on, as a multiple of the time it was seen for. */
    private static final double FARTHEST = 5;

    private final double limit;
    private final Side side;
    private final Window window;

    /** Watches for {@code limit} over the last fourteen days. */
    public TrendToLimit(double limit, Side side) {
        this(limit, side, WINDOW);
    }

    /** Watches for {@code limit}, in the unit of the readings, over the last {@code window}. */
    public TrendToLimit(double limit, Side side, Duration window) {
        this.limit = side.upward(limit);
        this.side = side;
        this.window = new Window(window);
    }

    /** Takes a reading; what is not a finite number is passed over. */
    public void on(Instant at, double value) {
        if (Double.isFinite(value)) {
            window.add(at, side.upward(value));
        }
    }

    /** What the readings so far lead to. */
    public Forecast forecast() {
        if (window.size() < FEWEST) {
            return new Forecast.Unknown();
        }
        Line line = current(window.points());
        double level = line.level(line.slope());
        if (level >= limit) {
            return new Forecast.Reached();
        }
        double seen = -line.points()[0][0];
        double expected = (limit - level) / line.slope();
        if (line.least() <= 0 || expected > FARTHEST * seen) {
            return new Forecast.Steady();
        }
        double first = (limit - line.level(line.steepest())) / line.steepest();
        double last = (limit - line.level(line.least())) / line.least();
        return new Forecast.Reaches(
                duration(Math.min(first, expected)), duration(expected), duration(Math.max(last, expected)));
    }

    /** The line through all points, or through the latest half, again and again, while the newest points have left it. */
    private static Line current(double[][] points) {
        Line line = Line.through(points);
        double[][] rest = points;
        while (line.isLeft() && rest.length / 2 >= FEWEST) {
            rest = Arrays.copyOfRange(rest, rest.length / 2, rest.length);
            line = Line.through(rest);
        }
        return line;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }

    /** Writes what was learned; limit, side and window are the caller's. */
    public void write(DataOutput out) throws IOException {
        window.write(out);
    }

    /** Takes back what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        window.read(in);
    }
}
