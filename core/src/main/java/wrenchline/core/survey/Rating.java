package wrenchline.core.survey;

import java.time.Instant;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.TicketId;

/**
 * What a customer thought of one callback (满意度评分), given by key after the talk.
 *
 * @param staff with whom the customer talked
 * @param score 1 very dissatisfied to 5 very satisfied
 */
public record Rating(CallbackId callback, TicketId ticket, StaffId staff, int score, Instant at) {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 5;

    public Rating {
        if (!isScore(score)) {
            throw new IllegalArgumentException("rating callback " + callback + ": there is no score " + score);
        }
    }

    public static boolean isScore(int score) {
        return score >= LOWEST && score <= HIGHEST;
    }
}
