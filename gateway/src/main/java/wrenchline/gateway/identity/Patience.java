package wrenchline.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long wrong attempts wait for their answer: longer with each one from the same address or for the same name, until there
 * was none for a while. Right ones never wait, so that nobody is locked out by his neighbour. Not safe for use by several threads.
 */
final class Patience {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration FORGET = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 10_000;
    private static final Failures NONE = new Failures(0, Instant.EPOCH);

    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private record Failures(int count, Instant last) {}

    /** Notes a wrong attempt; tells how long its answer waits. */
    Duration afterFailure(String address, String username, Instant now) {
        int count = Math.max(count("address " + address, now), count("name " + username, now));
        Duration wait = FIRST.multipliedBy(1L << Math.min(count - 1, 20));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private int count(String key, Instant now) {
        Failures before = failures.getOrDefault(key, NONE);
        int count = now.isBefore(before.last().plus(FORGET)) ? before.count() + 1 : 1;
        failures.put(key, new Failures(count, now));
        return count;
    }
}
