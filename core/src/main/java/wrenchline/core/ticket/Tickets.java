package wrenchline.core.ticket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Tracked;

/** The book of tickets. */
public interface Tickets extends Book<TicketId, Ticket, TicketState, TicketEvent> {

    /** The next free number. Numbers may have gaps. */
    TicketId next();

    /**
     * The newest ticket for {@code key}, locked, whether it is over or not. Two transactions that ask for the same key follow each
     * other, also when there is none yet.
     */
    Optional<Tracked<Ticket, TicketState>> newestFor(String key);

    /** The ticket that is open for {@code key}, as {@link #newestFor}. */
    default Optional<Tracked<Ticket, TicketState>> openFor(String key) {
        return newestFor(key).filter(ticket -> !ticket.state().over());
    }

    /** The newest tickets, at most {@code atMost}. */
    List<Tracked<Ticket, TicketState>> newest(int atMost);

    /** The tickets that {@code filter} asks for with a number below {@code before}, newest first, at most {@code atMost}. */
    List<Tracked<Ticket, TicketState>> page(Filter filter, long before, int atMost);

    /** How many open tickets each member of staff has, or is asked to take. */
    Map<StaffId, Integer> loads();

    /**
     * Which tickets are asked for.
     *
     * @param states simple names of {@link TicketState}s, for instance {@code Raised}; none for all
     * @param equipment empty for all
     */
    record Filter(Set<String> states, Set<EquipmentId> equipment) {
        public Filter {
            states = Set.copyOf(states);
            equipment = Set.copyOf(equipment);
        }
    }
}
