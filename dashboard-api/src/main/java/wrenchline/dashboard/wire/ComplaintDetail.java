package wrenchline.dashboard.wire;

import java.util.List;
import wrenchline.core.complaint.ComplaintEvent;
import wrenchline.core.escalation.Step;
import wrenchline.core.transition.Dated;

/**
 * A complaint with all that happened to it.
 *
 * @param ladder who is told when, until it is answered
 */
public record ComplaintDetail(ComplaintView complaint, List<Step> ladder, List<Dated<ComplaintEvent>> events) {}
