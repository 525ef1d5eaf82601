package wrenchline.gateway.sparkplug;

import java.time.Duration;
import java.time.Instant;

/** Keeps a node that does not answer from being asked all the time: each question waits twice as long as the one before. */
final class Throttle {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Instant next = Instant.EPOCH;
    private Duration pause = FIRST;

    /** Whether the node may be asked at {@code now}, which then counts as done. */
    boolean isDue(Instant now) {
        if (now.isBefore(next)) {
            return false;
        }
        if (now.isAfter(next.plus(LONGEST))) {
            pause = FIRST;
        }
        next = now.plus(pause);
        pause = pause.compareTo(LONGEST.dividedBy(2)) < 0 ? pause.multipliedBy(2) : LONGEST;
        return true;
    }
}
