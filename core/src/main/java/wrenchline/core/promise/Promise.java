package wrenchline.core.promise;

import java.time.Instant;
import wrenchline.core.ticket.TicketId;

/**
 * A promise with a clock (服务承诺).
 *
 * @param made when the clock began; for a call, the moment it came in
 * @param policyVersion the policy whose {@code clause} set the deadline
 */
public record Promise(PromiseId id, TicketId ticket, Clause clause, Instant made, String policyVersion) {

    /** The end of the clock. */
    public Instant deadline() {
        return made.plus(clause.within());
    }
}
