package wrenchline.core.complaint;

import java.util.List;
import java.util.Optional;
import wrenchline.core.call.CallId;

/** The register of complaints (投诉登记簿). Nothing ever leaves it. */
public interface Complaints {

    /** The next free number. Numbers may have gaps. */
    ComplaintId next();

    /** Enters a complaint. */
    void enter(Complaint complaint);

    /** The complaint that was made in {@code call}. */
    Optional<Complaint> of(CallId call);

    Optional<Complaint> find(ComplaintId id);

    /** The newest, at most {@code atMost}. */
    List<Complaint> newest(int atMost);
}
