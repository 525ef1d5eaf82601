package wrenchline.core.escalation;

import java.time.Instant;
import wrenchline.core.ticket.TicketId;

/**
 * What is done so that a ticket is never left alone (升级).
 *
 * @param began when somebody was first asked
 * @param rules as the policy had them then
 */
public record Escalation(TicketId ticket, Instant began, Rules rules) {}
