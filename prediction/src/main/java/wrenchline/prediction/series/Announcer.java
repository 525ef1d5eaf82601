package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Tells an event once: after it the bar is higher by what was told, and comes down again with the readings.
 */
final class Announcer {

    private final double margin;
    private final double swell;
    private final double calming;
    private double told;

    /**
     * @param margin by how much, in decades, a new event must exceed the last one
     * @param swell by how much the bar stays above what is unusual but no news, so that what grows slowly is told once
     * @param calmingReadings readings in which that falls to 1/e
     */
    Announcer(double margin, double swell, double calmingReadings) {
        this.margin = margin;
        this.swell = swell;
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
            told = Math.max(told, over + swell);
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
