package wrenchline.core.ticket;

/** A ticket's number (工单号): counted up from 1001 and spoken on the telephone. */
public record TicketId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
