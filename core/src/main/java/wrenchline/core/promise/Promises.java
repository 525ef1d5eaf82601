package wrenchline.core.promise;

import java.util.List;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Tracked;

/** The book of promises. */
public interface Promises extends Book<PromiseId, Promise, PromiseState, PromiseEvent> {

    /** The promises of one ticket. */
    List<Tracked<Promise, PromiseState>> of(TicketId ticket);

    /** Running ones by deadline first, then the newest; at most {@code atMost}. */
    List<Tracked<Promise, PromiseState>> mostUrgent(int atMost);
}
