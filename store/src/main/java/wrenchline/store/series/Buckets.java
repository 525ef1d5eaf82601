package wrenchline.store.series;

import java.time.Instant;
import wrenchline.core.reading.Micros;

/**
 * A stretch of time cut into equal parts.
 *
 * @param start in microseconds since the epoch
 * @param width of one part, in microseconds
 */
record Buckets(long start, long width) {

    /** At most {@code points} parts from {@code from} on that reach {@code to}. */
    static Buckets of(Instant from, Instant to, int points) {
        if (points < 1) {
            throw new IllegalArgumentException("cutting a history into " + points + " points: at least one is needed");
        }
        long start = Micros.of(HistoryTimes.within(from));
        long end = Math.max(start + 1, Micros.of(HistoryTimes.within(to)));
        return new Buckets(start, Math.ceilDiv(end - start, (long) points));
    }

    Instant at(long bucket) {
        return Micros.instant(start + bucket * width);
    }
}
