package wrenchline.core.reading;

import java.time.Instant;

/**
 * From where on the history holds what; what is older was purged (保留界线). Each is the beginning of a UTC day.
 *
 * @param readings themselves
 * @param minutes their sums by the minute
 * @param hours their sums by the hour
 */
public record Horizon(Instant readings, Instant minutes, Instant hours) {

    /** Nothing was ever purged. */
    public static final Horizon NONE = new Horizon(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    /** The later of each: what was purged does not come back when more is to be kept from now on. */
    public Horizon later(Horizon other) {
        return new Horizon(later(readings, other.readings), later(minutes, other.minutes), later(hours, other.hours));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
