package wrenchline.core.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long the history keeps what (保留期限).
 *
 * @param readings themselves
 * @param minutes their sums by the minute
 * @param hours their sums by the hour
 */
public record Keep(Duration readings, Duration minutes, Duration hours) {

    /** A hundred years: the history begins later than that. */
    public static final Duration FOREVER = Duration.ofDays(36_500);

    public static final Keep ALL = new Keep(FOREVER, FOREVER, FOREVER);

    public Keep {
        if (readings.compareTo(minutes) > 0 || minutes.compareTo(hours) > 0) {
            throw new IllegalArgumentException(
                    "keeping readings longer than their sums: sums are kept at least as long");
        }
    }

    /** What is kept at {@code now}, by whole UTC days. */
    public Horizon at(Instant now) {
        return new Horizon(begin(now, readings), begin(now, minutes), begin(now, hours));
    }

    private static Instant begin(Instant now, Duration kept) {
        Instant begin = now.minus(kept).truncatedTo(ChronoUnit.DAYS);
        return begin.isBefore(Instant.EPOCH) ? Instant.EPOCH : begin;
    }
}
