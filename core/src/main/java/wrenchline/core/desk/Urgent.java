package wrenchline.core.desk;

import wrenchline.core.equipment.Severity;
import wrenchline.core.notice.Notice;

/** Which notices do not wait for the morning (紧急). */
record Urgent(Books books) {

    boolean is(Notice notice) {
        return switch (notice.kind().urgency()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AS_THE_TICKET ->
                books.tickets()
                        .look(notice.ticket())
                        .filter(ticket -> ticket.facts().severity() == Severity.MINOR)
                        .isEmpty();
        };
    }
}
