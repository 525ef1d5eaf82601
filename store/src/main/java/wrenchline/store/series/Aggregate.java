package wrenchline.store.series;

import java.time.Instant;
import wrenchline.core.reading.Point;

/** What many values come to; grows as they are added. */
final class Aggregate {

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private long count;

    static Aggregate of(double min, double max, double sum, long count) {
        Aggregate aggregate = new Aggregate();
        aggregate.min = min;
        aggregate.max = max;
        aggregate.sum = sum;
        aggregate.count = count;
        return aggregate;
    }

    void add(double value) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value;
        count++;
    }

    /** This with what {@code other} holds. */
    Aggregate with(Aggregate other) {
        return of(Math.min(min, other.min), Math.max(max, other.max), sum + other.sum, count + other.count);
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    double sum() {
        return sum;
    }

    long count() {
        return count;
    }

    void clear() {
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        sum = 0;
        count = 0;
    }

    Point point(Instant at) {
        return new Point(at, min, max, sum / count, count);
    }
}
