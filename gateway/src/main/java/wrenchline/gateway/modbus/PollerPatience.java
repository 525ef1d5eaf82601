package wrenchline.gateway.modbus;

import java.time.Duration;

/**
 * How long is waited for a controller.
 *
 * @param answer for a connection, and for each answer
 * @param longestPause between two polls of one that does not answer; polls that are further apart anyway stay so
 */
record PollerPatience(Duration answer, Duration longestPause) {

    private static final int MOST_DOUBLINGS = 20;

    static PollerPatience usual() {
        return new PollerPatience(Duration.ofSeconds(2), Duration.ofMinutes(1));
    }

    /** From the beginning of one poll to that of the next, doubled with each failure after the first. */
    Duration pause(Duration every, int failures) {
        Duration longest = longestPause.compareTo(every) > 0 ? longestPause : every;
        Duration doubled = every.multipliedBy(1L << Math.clamp(failures - 1, 0, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
