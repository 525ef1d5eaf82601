package wrenchline.dashboard.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.transition.Tracked;

/** The tickets in memory. */
public final class MemoryTickets extends MemoryBook<TicketId, Ticket, TicketState, TicketEvent> implements Tickets {

    private long last = 1000;

    MemoryTickets(MemoryChanges changes) {
        super("ticket", Ticket::id, changes);
    }

    @Override
    public TicketId next() {
        return new TicketId(++last);
    }

    @Override
    public Optional<Tracked<Ticket, TicketState>> newestFor(String key) {
        return newest(Integer.MAX_VALUE).stream()
                .filter(ticket -> ticket.facts().key().equals(key))
                .findFirst();
    }

    @Override
    public List<Tracked<Ticket, TicketState>> newest(int atMost) {
        return newestFirst(Comparator.comparingLong(ticket -> ticket.id().value())).stream()
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Tracked<Ticket, TicketState>> page(Filter filter, long before, int atMost) {
        return newest(Integer.MAX_VALUE).stream()
                .filter(ticket -> ticket.facts().id().value() < before)
                .filter(ticket -> filter.states().isEmpty()
                        || filter.states().contains(ticket.state().getClass().getSimpleName()))
                .filter(ticket -> filter.equipment().isEmpty()
                        || ticket.facts()
                                .equipmentIfKnown()
                                .filter(filter.equipment()::contains)
                                .isPresent())
                .limit(atMost)
                .toList();
    }

    /** Nobody has much to do at the sample site: the order of duty decides. */
    @Override
    public Map<StaffId, Integer> loads() {
        return Map.of();
    }
}
