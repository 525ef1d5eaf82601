package wrenchline.core.complaint;

import java.util.List;
import java.util.Optional;
import wrenchline.core.call.CallId;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Tracked;

/** The register of complaints (投诉登记簿). Nothing ever leaves it. */
public interface Complaints extends Book<ComplaintId, Complaint, ComplaintState, ComplaintEvent> {

    /** The next free number. Numbers may have gaps. */
    ComplaintId next();

    /** The complaint that was made in {@code call}. */
    Optional<Tracked<Complaint, ComplaintState>> of(CallId call);

    /** Those under {@code ticket}, oldest first. */
    List<Tracked<Complaint, ComplaintState>> of(TicketId ticket);

    /** The newest, at most {@code atMost}. */
    List<Tracked<Complaint, ComplaintState>> newest(int atMost);
}
