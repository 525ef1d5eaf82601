package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import wrenchline.core.complaint.Complaint;

/** A complaint, and who deals with it. */
public record ComplaintView(@JsonUnwrapped Complaint facts, Complaint.Department department) {

    public static ComplaintView of(Complaint complaint) {
        return new ComplaintView(complaint, complaint.category().department());
    }
}
