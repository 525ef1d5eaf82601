package wrenchline.store.sql;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import wrenchline.core.call.CallId;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintEvent;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.complaint.Complaints;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Tracked;

/** The register of complaints in PostgreSQL. */
final class SqlComplaints extends SqlBook<ComplaintId, Complaint, ComplaintState, ComplaintEvent>
        implements Complaints {

    SqlComplaints(Handle handle, Journal journal) {
        super(BookTable.COMPLAINTS, handle, journal);
    }

    @Override
    public ComplaintId next() {
        return new ComplaintId(handle().createQuery("select nextval('complaint_number')")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Optional<Tracked<Complaint, ComplaintState>> of(CallId call) {
        return one(select("where call = :call").bind("call", call.value()));
    }

    @Override
    public List<Tracked<Complaint, ComplaintState>> of(TicketId ticket) {
        return many(select("where ticket = :ticket order by id").bind("ticket", ticket.value()));
    }

    @Override
    public List<Tracked<Complaint, ComplaintState>> newest(int atMost) {
        return many(select("order by id desc limit :most").bind("most", atMost));
    }
}
