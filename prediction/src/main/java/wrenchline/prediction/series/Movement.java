package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How one channel of several has moved (水平移动), over a short and a long window, against its own earlier movements. */
final class Movement {

    static final int SHORT = 8;
    private static final int LONG = 32;
    /** Readings between a window and what it is compared with: a slow fault must not hide in its own beginning. */
    private static final int GAP = 15;

    private final RecentValues values;
    private final Spread shorts;
    private final Spread longs;
    private double standardised;

    Movement() {
        this(new RecentValues(), new Spread(SHORT), new Spread(LONG));
    }

    private Movement(RecentValues values, Spread shorts, Spread longs) {
        this.values = values;
        this.shorts = shorts;
        this.longs = longs;
    }

    /** The surprise at {@code value} in decades; learns it. A missing value says nothing. */
    double on(double value) {
        standardised = 0;
        if (Double.isNaN(value)) {
            return 0;
        }
        values.add(value);
        double step = values.contrast(SHORT, GAP);
        double drift = values.contrast(LONG, GAP);
        double surprise = 0;
        if (!Double.isNaN(step)) {
            standardised = shorts.standardised(step);
            surprise = shorts.surprise(step);
            shorts.add(step);
        }
        if (!Double.isNaN(drift)) {
            surprise = Math.hypot(surprise, longs.surprise(drift));
            longs.add(drift);
        }
        return surprise;
    }

    /** The last short movement in its root mean squares. */
    double standardised() {
        return standardised;
    }

    void write(DataOutput out) throws IOException {
        values.write(out);
        shorts.write(out);
        longs.write(out);
    }

    static Movement read(DataInput in) throws IOException {
        return new Movement(RecentValues.read(in), new Spread(SHORT).restored(in), new Spread(LONG).restored(in));
    }
}
