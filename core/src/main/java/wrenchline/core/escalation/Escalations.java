package wrenchline.core.escalation;

import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Book;

/** The book of escalations; each ticket has at most one. */
public interface Escalations extends Book<TicketId, Escalation, EscalationState, EscalationEvent> {}
