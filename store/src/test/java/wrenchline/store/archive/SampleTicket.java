package wrenchline.store.archive;

import java.time.Instant;
import wrenchline.core.call.CallId;
import wrenchline.core.desk.Books;
import wrenchline.core.equipment.Severity;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketMachine;

/** A ticket that began with a call. */
final class SampleTicket {

    private SampleTicket() {}

    static void open(Books books, TicketId id, Instant at) {
        Ticket ticket = new Ticket(
                id,
                "caller/13900000001",
                null,
                null,
                "REPORTED_BY_CALLER",
                Severity.MAJOR,
                new Origin.Telephone(new CallId("call-1"), "13900000001"),
                at);
        books.tickets().open(ticket, new TicketMachine().initial(ticket), at);
    }
}
