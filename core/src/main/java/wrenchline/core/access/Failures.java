package wrenchline.core.access;

import java.time.Duration;
import java.time.Instant;

/**
 * Wrong passwords in a row (连续失败). After five an account is shut for a quarter of an hour, and again after each one more.
 *
 * @param last when the last one was given
 */
public record Failures(int count, Instant last) {

    public static final Failures NONE = new Failures(0, Instant.EPOCH);

    private static final int MOST = 5;
    private static final Duration SHUT = Duration.ofMinutes(15);

    /** With one more. */
    public Failures more(Instant now) {
        return new Failures(count + 1, now);
    }

    /** Whether the account is shut at {@code now}, to the right password too. */
    public boolean shut(Instant now) {
        return count >= MOST && now.isBefore(last.plus(SHUT));
    }
}
