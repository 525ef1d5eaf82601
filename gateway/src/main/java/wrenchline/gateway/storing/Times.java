package wrenchline.gateway.storing;

import java.time.Instant;

/** Times as numbers, to be compared quickly. */
final class Times {

    private static final long EARLIEST = Long.MIN_VALUE;

    private Times() {}

    /** Microseconds since the epoch. */
    static long micros(Instant time) {
        return time.equals(Instant.MIN) ? EARLIEST : time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }
}
