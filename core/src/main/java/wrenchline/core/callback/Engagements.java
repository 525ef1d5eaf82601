package wrenchline.core.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.TicketId;

/**
 * Whose telephone rings, or who talks, for what (占线登记): for a callback, or for a ticket that nobody has taken. The database guards that
 * nobody is there twice.
 */
public interface Engagements {

    /** How long a call that reads a ticket to a member of staff lasts at most, the ringing included. */
    Duration LONGEST_RING = Duration.ofSeconds(90);

    /** Enters that {@code attempt} has {@code staff} on the line; false when another attempt has at {@code now}. */
    boolean engage(StaffId staff, CallbackId callback, AttemptId attempt, Instant now);

    /**
     * The same for a ticket, until {@link #LONGEST_RING} after {@code now}; false, too, when {@code attempt} was ordered before.
     */
    boolean engage(StaffId staff, TicketId ticket, AttemptId attempt, Instant now);

    /** Who is on the line at {@code now}. */
    Set<StaffId> engaged(Instant now);

    /** Strikes out whatever {@code callback} has beside {@code live}. */
    void keepOnly(CallbackId callback, Set<AttemptId> live);
}
