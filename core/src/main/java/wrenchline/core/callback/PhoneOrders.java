package wrenchline.core.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import wrenchline.core.duty.StaffId;

/** The telephone system's queue of orders. */
public interface PhoneOrders {

    /** Places an order in the current transaction. */
    void place(PhoneOrder order, Instant at);

    /** Marks the oldest orders that nobody took as taken, and hands them out; each order is handed out once. */
    List<PhoneOrder> take(int atMost, Instant at);

    /** Whether somebody is being rung now: an order to ring them was placed within the longest that such a call lasts. */
    boolean isBeingRung(StaffId staff, Instant now);

    /** The legs of all orders to ring somebody for a ticket. */
    List<AttemptId> forTickets();

    /** How long a call to a member of staff lasts at most. */
    Duration LONGEST_RING = Duration.ofSeconds(90);
}
