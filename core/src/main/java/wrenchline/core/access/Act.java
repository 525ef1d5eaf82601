package wrenchline.core.access;

import java.time.Instant;

/**
 * Something that somebody did, or looked at that not everybody may hear (审计记录).
 *
 * @param number grows with each
 * @param who the principal's name; the name that was tried, for a sign-in
 * @param address from which the request came
 * @param operation of the API's contract, for instance {@code closeTicket}
 * @param object what the request's path named
 * @param details what the request said, without secrets
 * @param status with which it was answered; 0 when that is not known, because the product ended meanwhile
 */
public record Act(
        long number,
        Instant at,
        String who,
        String address,
        String operation,
        String object,
        String details,
        int status) {}
