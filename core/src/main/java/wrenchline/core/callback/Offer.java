package wrenchline.core.callback;

import java.time.Instant;
import wrenchline.core.duty.StaffMember;

/**
 * A member of staff is being rung and asked to take the callback.
 *
 * @param expires when nothing more can come of it, even if no word of its end ever arrives
 */
public record Offer(AttemptId attempt, StaffMember staff, Instant expires) {

    /** The keys that accept it, as they are spoken to whoever is rung. */
    public String acceptKeys() {
        return attempt.acceptKeys();
    }
}
