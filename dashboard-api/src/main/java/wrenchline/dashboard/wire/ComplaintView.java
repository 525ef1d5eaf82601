package wrenchline.dashboard.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wrenchline.core.call.CallId;
import wrenchline.core.complaint.Category;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.complaint.Course;
import wrenchline.core.complaint.Department;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.ticket.Channel;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Tracked;

/** A complaint, who deals with it, and how it stands. */
public record ComplaintView(
        ComplaintId id,
        Category category,
        Department department,
        Course.Kind kind,
        TicketId ticket,
        @Nullable CallId call,
        Channel channel,
        String name,
        String number,
        @Nullable CustomerId customer,
        String text,
        Instant received,
        ComplaintState state) {

    public static ComplaintView of(Tracked<Complaint, ComplaintState> tracked) {
        Complaint facts = tracked.facts();
        return new ComplaintView(
                facts.id(),
                facts.category(),
                facts.department(),
                tracked.state().course().kind(facts.rules()),
                facts.ticket(),
                facts.call(),
                facts.channel(),
                facts.name(),
                facts.number(),
                facts.customer(),
                facts.text(),
                facts.received(),
                tracked.state());
    }
}
