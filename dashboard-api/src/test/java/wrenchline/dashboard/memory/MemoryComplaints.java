package wrenchline.dashboard.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wrenchline.core.call.CallId;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintEvent;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.complaint.Complaints;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Tracked;

/** The register of complaints in memory. */
final class MemoryComplaints extends MemoryBook<ComplaintId, Complaint, ComplaintState, ComplaintEvent>
        implements Complaints {

    private long newest = 5000;

    MemoryComplaints(MemoryChanges changes) {
        super("complaint", Complaint::id, changes);
    }

    @Override
    public ComplaintId next() {
        return new ComplaintId(++newest);
    }

    @Override
    public Optional<Tracked<Complaint, ComplaintState>> of(CallId call) {
        return newest(Integer.MAX_VALUE).stream()
                .filter(one -> call.equals(one.facts().call()))
                .findFirst();
    }

    @Override
    public List<Tracked<Complaint, ComplaintState>> of(TicketId ticket) {
        return newest(Integer.MAX_VALUE).reversed().stream()
                .filter(one -> one.facts().ticket().equals(ticket))
                .toList();
    }

    @Override
    public List<Tracked<Complaint, ComplaintState>> newest(int atMost) {
        return newestFirst(Comparator.comparingLong(one -> one.id().value())).stream()
                .limit(atMost)
                .toList();
    }
}
