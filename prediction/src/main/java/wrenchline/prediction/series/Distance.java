package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A stream of distances: how far is one beyond the usual? */
final class Distance {

    private static final int MEMORY = 20_000;

    private final Spread spread;
    private double mean;
    private long count;

    /** @param window readings that one distance spans */
    Distance(int window) {
        this.spread = new Spread(window);
    }

    /** The surprise at {@code distance} in decades; learns it. Nearer than usual is no surprise. */
    double on(double distance) {
        double beyond = distance - mean;
        double surprise = beyond > 0 ? spread.surprise(beyond) : 0;
        count++;
        mean += beyond / Math.min(count, MEMORY);
        if (count > 1) {
            spread.add(beyond);
        }
        return surprise;
    }

    void write(DataOutput out) throws IOException {
        spread.write(out);
        out.writeDouble(mean);
        out.writeLong(count);
    }

    Distance restored(DataInput in) throws IOException {
        spread.restored(in);
        mean = in.readDouble();
        count = in.readLong();
        return this;
    }
}
