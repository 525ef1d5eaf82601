package wrenchline.gateway.quota;

import java.time.Duration;

/**
 * A token bucket (令牌桶) that may run into debt: what came is taken in any case, and is paid back before more is read. Used by one thread
 * at a time.
 */
final class Bucket {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final double rate;
    private final double most;
    private double tokens;
    private long filled;

    /**
     * @param rate tokens a second; 0 for a bucket that is never empty
     * @param now as of {@link System#nanoTime}
     */
    Bucket(int rate, Duration burst, long now) {
        this.rate = rate;
        // One message must always fit.
        this.most = Math.max(1, rate * (burst.toNanos() / SECOND));
        this.tokens = most;
        this.filled = now;
    }

    /** Takes {@code count} tokens; tells for how many ns nothing more should be taken. */
    long take(int count, long now) {
        if (rate == 0) {
            return 0;
        }
        tokens = Math.min(most, tokens + Math.max(0, now - filled) / SECOND * rate) - count;
        filled = now;
        return tokens >= 0 ? 0 : (long) Math.ceil(-tokens / rate * SECOND);
    }
}
