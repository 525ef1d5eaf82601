package wrenchline.core.desk;

import java.util.Optional;
import wrenchline.core.ticket.TicketEffect;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Transition;

/** What operators do with tickets. */
public final class TicketDesk {

    private final Desk desk;

    public TicketDesk(Desk desk) {
        this.desk = desk;
    }

    /** Applies {@code event}; empty when there is no such ticket. */
    public Optional<Transition<TicketState, TicketEffect>> tell(TicketId id, TicketEvent event) {
        return desk.transactions().call(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            return books.tickets().find(id).map(ticket -> turn.ticket(ticket, event));
        });
    }
}
