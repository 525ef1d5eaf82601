package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How much a series goes up and down from reading to reading, compared with how much it usually does. */
final class Restlessness {

    private static final double LATELY = 0.05;
    private static final double NOW = 0.2;
    private static final int BEGINNING = 500;
    /** Added to the share of the usual, so that a standstill is not infinitely quiet. */
    private static final double FLOOR = 0.05;

    private double before;
    private double usual;
    private double lately;
    private double now;
    private long count;

    void add(double value) {
        double step = count == 0 ? 0 : Math.abs(value - before);
        before = value;
        lately += LATELY * (step - lately);
        now += NOW * (step - now);
        count++;
        usual += (step - usual) / Math.min(count, BEGINNING);
    }

    /** The logarithm of the last dozens of steps over the usual ones: positive is restless, negative quiet. */
    double lately() {
        return usual == 0 ? 0 : Math.log(lately / usual + FLOOR);
    }

    /** The same of the last few steps. */
    double now() {
        return usual == 0 ? 0 : Math.log(now / usual + 2 * FLOOR);
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(before);
        out.writeDouble(usual);
        out.writeDouble(lately);
        out.writeDouble(now);
        out.writeLong(count);
    }

    static Restlessness read(DataInput in) throws IOException {
        Restlessness read = new Restlessness();
        read.before = in.readDouble();
        read.usual = in.readDouble();
        read.lately = in.readDouble();
        read.now = in.readDouble();
        read.count = in.readLong();
        return read;
    }
}
