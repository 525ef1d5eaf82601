package wrenchline.core.reading;

import java.time.Duration;
import java.time.Instant;

/**
 * The time by which old readings may be purged (可信时钟). A clock that leaps ahead by more than ten days is not believed for a week of
 * looks, so that a wrong one purges nothing before somebody could see it; what is purged is ten days older than it would have to be, so that
 * a smaller leap does no harm.
 *
 * @param time that is believed
 * @param doubts how often in a row the clock was not believed
 */
public record TrustedClock(Instant time, int doubts) {

    /** How far time may go from one look to the next, for instance over a holiday. */
    private static final Duration STEP = Duration.ofDays(10);

    /** Looks; there is one an hour. */
    private static final int PATIENCE = 7 * 24;

    /** Before the first look: whatever the clock shows then. */
    public static final TrustedClock UNSET = new TrustedClock(Instant.MAX, 0);

    /**
     * After a look.
     *
     * @param seen the earlier of our clock and the newest event time: one of both alone must not purge
     */
    public TrustedClock look(Instant seen) {
        boolean leaps = !time.equals(Instant.MAX) && seen.isAfter(time.plus(STEP));
        return leaps && doubts + 1 < PATIENCE ? new TrustedClock(time, doubts + 1) : new TrustedClock(seen, 0);
    }

    /** The moment that is surely past. */
    public Instant surely() {
        return time.minus(STEP);
    }

    public boolean isDoubtful() {
        return doubts > 0;
    }
}
