package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.complaint.Course;
import wrenchline.core.complaint.Department;
import wrenchline.core.transition.Tracked;

/** A complaint, who deals with it, and how it stands. */
public record ComplaintView(
        @JsonUnwrapped Complaint facts, Department department, Course.Kind kind, ComplaintState state) {

    public static ComplaintView of(Tracked<Complaint, ComplaintState> tracked) {
        Complaint facts = tracked.facts();
        return new ComplaintView(
                facts, facts.department(), tracked.state().course().kind(facts.rules()), tracked.state());
    }
}
