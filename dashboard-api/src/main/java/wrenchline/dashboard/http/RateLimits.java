package wrenchline.dashboard.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many requests each caller may send: so many at once, and so many more each second. Whoever is known has an allowance of its own;
 * strangers share that of their address, and signing in has a small one beside it.
 */
final class RateLimits {

    /** @param atOnce how many may be saved up */
    record Allowance(double perSecond, double atOnce) {}

    static final Allowance KNOWN = new Allowance(100, 1_000);
    static final Allowance STRANGER = new Allowance(10, 200);
    static final Allowance SIGN_IN = new Allowance(0.2, 30);

    private static final int MOST_CALLERS = 10_000;

    private final LongSupplier nanoseconds;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param nanoseconds a clock that never goes back */
    RateLimits(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /** @param given whether the last who asked got one */
    private record Bucket(double left, long at, boolean given) {}

    /** Takes one of {@code caller}'s; how long to wait when none is left. */
    Optional<Duration> take(String caller, Allowance allowance) {
        long now = nanoseconds.getAsLong();
        if (buckets.size() > MOST_CALLERS) {
            buckets.values().removeIf(bucket -> now - bucket.at() > TimeUnit.MINUTES.toNanos(5));
        }
        Bucket after = buckets.compute(caller, (any, before) -> {
            double full = before == null ? allowance.atOnce() : refilled(before, allowance, now);
            return full >= 1 ? new Bucket(full - 1, now, true) : new Bucket(full, now, false);
        });
        return after.given()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) Math.ceil((1 - after.left()) / allowance.perSecond() * 1_000)));
    }

    private static double refilled(Bucket bucket, Allowance allowance, long now) {
        double more = (now - bucket.at()) / 1e9 * allowance.perSecond();
        return Math.min(allowance.atOnce(), bucket.left() + more);
    }
}
