package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Tells an event once: after it the bar is higher by what was told, and comes down again with the readings.
 */
final class Announcer {

    private final double margin;
    private final double calming;
    private double told;

    /**
     * @param margin by how much, in decades, a new event must exceed the last one
     * @param calmingReadings readings in which that falls to 1/e
     */
    Announcer(double margin, double calmingReadings) {
        this.margin = margin;
        this.calming = Math.exp(-1 / calmingReadings);
    }

    /** The bar that the surprise of the next reading must reach to be news. */
    double bar(double threshold) {
        return threshold + told;
    }

    /** Takes the surprise of one reading; true when it is news. */
    boolean on(double surprise, double threshold) {
        boolean news = surprise >= bar(threshold);
        told *= calming;
        double over = surprise - threshold;
        if (news) {
            told = Math.max(told, over + margin);
        } else if (over > 0) {
            told = Math.max(told, over + margin / 2);
        }
        return news;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(told);
    }

    void restore(DataInput in) throws IOException {
        told = in.readDouble();
    }
}
