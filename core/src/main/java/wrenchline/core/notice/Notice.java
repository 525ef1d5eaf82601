package wrenchline.core.notice;

import java.time.Instant;
import wrenchline.core.ticket.TicketId;

/**
 * A short message (短信通知).
 *
 * @param to telephone number
 * @param code four digits that a reply names; empty when no reply is asked for
 */
public record Notice(
        NoticeId id, NoticeKind kind, TicketId ticket, String to, String code, String text, Instant created) {}
