package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Tells an event once: after it the bar is higher by what was told, and comes down again with the readings. What has been told often
 * must be {@link Habit more}.
 */
final class Announcer {

    private final double margin;
    private final double calming;
    private final Habit habit = new Habit();
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
    double bar(double threshold, long at) {
        return threshold + told + habit.raised(at);
    }

    /** Takes the surprise of one reading; true when it is news. */
    boolean on(double surprise, double threshold, long at) {
        double usual = threshold + habit.raised(at);
        boolean news = surprise >= usual + told;
        told *= calming;
        if (news) {
            told = Math.max(told, surprise - usual + margin);
            habit.told(at);
        }
        return news;
    }

    Habit habit() {
        return habit;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(told);
    }

    void restore(DataInput in) throws IOException {
        told = in.readDouble();
    }
}
