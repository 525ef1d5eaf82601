package wrenchline.store.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.transition.Tracked;

/** The book of tickets in PostgreSQL. */
final class SqlTickets extends SqlBook<TicketId, Ticket, TicketState, TicketEvent> implements Tickets {

    SqlTickets(Handle handle, Journal journal) {
        super(BookTable.TICKETS, handle, journal);
    }

    @Override
    public TicketId next() {
        return new TicketId(handle().createQuery("select nextval('ticket_number')")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Optional<Tracked<Ticket, TicketState>> newestFor(String key) {
        Locks.hold(handle(), "ticket/" + key);
        return one(
                select("where key = :key order by id desc limit 1 for update").bind("key", key));
    }

    @Override
    public List<Tracked<Ticket, TicketState>> newest(int atMost) {
        return many(select("order by id desc limit :most").bind("most", atMost));
    }

    @Override
    public List<Tracked<Ticket, TicketState>> page(Filter filter, long before, int atMost) {
        List<String> equipment =
                filter.equipment().stream().map(EquipmentId::value).toList();
        return many(select("""
                        where id < :before
                            and (cardinality(:states) = 0 or state = any(:states))
                            and (cardinality(:equipment) = 0 or equipment = any(:equipment))
                        order by id desc limit :most
                        """)
                .bind("before", before)
                .bindArray("states", String.class, List.copyOf(filter.states()))
                .bindArray("equipment", String.class, equipment)
                .bind("most", atMost));
    }

    @Override
    public Map<StaffId, Integer> loads() {
        return handle()
                .createQuery("select holder, count(*) as held from ticket where holder is not null group by holder")
                .map((row, context) -> Map.entry(new StaffId(row.getString("holder")), row.getInt("held")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
