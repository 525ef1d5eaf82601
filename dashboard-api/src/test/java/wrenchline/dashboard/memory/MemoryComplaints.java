package wrenchline.dashboard.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wrenchline.core.call.CallId;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.Complaints;

/** The register of complaints in memory. */
final class MemoryComplaints implements Complaints {

    private final List<Complaint> complaints = new ArrayList<>();

    @Override
    public ComplaintId next() {
        return new ComplaintId(5001L + complaints.size());
    }

    @Override
    public void enter(Complaint complaint) {
        complaints.add(complaint);
    }

    @Override
    public Optional<Complaint> of(CallId call) {
        return complaints.stream().filter(one -> one.call().equals(call)).findFirst();
    }

    @Override
    public Optional<Complaint> find(ComplaintId id) {
        return complaints.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<Complaint> newest(int atMost) {
        return complaints.reversed().stream().limit(atMost).toList();
    }
}
