package wrenchline.core.callback;

import java.time.Instant;
import java.util.List;

/** The telephone system's queue of orders. */
public interface PhoneOrders {

    /** Places an order in the current transaction. */
    void place(PhoneOrder order, Instant at);

    /** Marks the oldest orders that nobody took as taken, and hands them out; each order is handed out once. */
    List<PhoneOrder> take(int atMost, Instant at);

    /** The legs of all orders to ring somebody for a ticket. */
    List<AttemptId> forTickets();
}
