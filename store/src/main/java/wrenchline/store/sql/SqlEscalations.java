package wrenchline.store.sql;

import org.jdbi.v3.core.Handle;
import wrenchline.core.escalation.Escalation;
import wrenchline.core.escalation.EscalationEvent;
import wrenchline.core.escalation.EscalationState;
import wrenchline.core.escalation.Escalations;
import wrenchline.core.ticket.TicketId;

/** The book of escalations in PostgreSQL. */
final class SqlEscalations extends SqlBook<TicketId, Escalation, EscalationState, EscalationEvent>
        implements Escalations {

    SqlEscalations(Handle handle, Journal journal) {
        super(BookTable.ESCALATIONS, handle, journal);
    }
}
