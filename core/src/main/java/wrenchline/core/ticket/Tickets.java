package wrenchline.core.ticket;

import java.util.List;
import java.util.Optional;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Tracked;

/** The book of tickets. */
public interface Tickets extends Book<TicketId, Ticket, TicketState, TicketEvent> {

    /** The next free number. Numbers may have gaps. */
    TicketId next();

    /**
     * The ticket that is open for {@code key}, locked. Two transactions that ask for the same key follow each other, also when
     * there is none yet.
     */
    Optional<Tracked<Ticket, TicketState>> openFor(String key);

    /** The newest tickets, at most {@code atMost}. */
    List<Tracked<Ticket, TicketState>> newest(int atMost);
}
