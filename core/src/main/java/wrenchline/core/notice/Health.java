package wrenchline.core.notice;

import java.time.Duration;
import java.time.Instant;

/**
 * How a provider fares (通道健康): after some failures in a row it is left alone for a while, longer each time, then tried again.
 *
 * @param failures in a row
 * @param until it is left alone till then
 */
public record Health(int failures, Instant until, String reason) {

    public static final Health GOOD = new Health(0, Instant.MIN, "");

    private static final int TOLERATED = 2;
    private static final Duration SHORTEST_REST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 6;

    public boolean open(Instant now) {
        return !now.isBefore(until);
    }

    /** After {@code submission}. A refusal is an answer too: whoever gives it works. */
    public Health after(Messenger.Submission submission, Instant now) {
        return switch (submission) {
            case Messenger.Submission.Accepted _, Messenger.Submission.Refused _, Messenger.Submission.NotHere _ ->
                GOOD;
            case Messenger.Submission.NotNow(String why) -> worse(why, now);
            case Messenger.Submission.Unclear(String why) -> worse(why, now);
        };
    }

    /** What was under way when it was given up says no more than that: one broken connection is one failure. */
    private Health worse(String why, Instant now) {
        if (!open(now)) {
            return this;
        }
        int count = failures + 1;
        if (count < TOLERATED) {
            return new Health(count, Instant.MIN, why);
        }
        long factor = 1L << Math.min(count - TOLERATED, MOST_DOUBLINGS);
        return new Health(count, now.plus(SHORTEST_REST.multipliedBy(factor)), why);
    }
}
