package wrenchline.store.series;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Point;

/**
 * A stretch of time cut into equal parts. Wide parts are whole minutes or hours, so that they can be put together from what is summed
 * up by the minute or by the hour.
 *
 * @param from the first moment asked for, in microseconds since the epoch
 * @param to the end, itself not asked for
 * @param start of the first part; at most one unit of {@code grain} before {@code from}
 * @param width of one part, in microseconds
 */
record Buckets(long from, long to, long start, long width, Grain grain) {

    /** At most {@code points} parts that reach from {@code from} to {@code to}. */
    static Buckets of(Instant from, Instant to, int points) {
        if (points < 1) {
            throw new IllegalArgumentException("cutting a history into " + points + " points: at least one is needed");
        }
        long first = Micros.of(HistoryTimes.bound(from));
        long end = Math.max(first + 1, Micros.of(HistoryTimes.bound(to)));
        Grain grain = Grain.of(Math.ceilDiv(end - first, (long) points));
        long start = grain.floor(first);
        return new Buckets(first, end, start, grain.ceil(Math.ceilDiv(end - start, (long) points)), grain);
    }

    /** Puts what the pieces of a history came to together, oldest first. */
    Collector<Map<Long, Aggregate>, ?, List<Point>> points() {
        return Collector.of(
                TreeMap<Long, Aggregate>::new,
                (parts, more) -> more.forEach((part, found) -> parts.merge(part, found, Aggregate::with)),
                (one, other) -> {
                    other.forEach((part, found) -> one.merge(part, found, Aggregate::with));
                    return one;
                },
                parts -> parts.entrySet().stream()
                        .map(entry -> entry.getValue().point(at(entry.getKey())))
                        .toList());
    }

    /** The part that holds {@code time}, counted from 0. */
    long bucket(long time) {
        return (time - start) / width;
    }

    /** The first moment of a part that was asked for. */
    Instant at(long bucket) {
        return Micros.instant(Math.max(from, start + bucket * width));
    }
}
