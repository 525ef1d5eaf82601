package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import wrenchline.core.call.Call;
import wrenchline.core.detection.Grounds;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.transition.Dated;

/**
 * A ticket with everything that hangs on it.
 *
 * @param window what was measured before it was raised; empty when it was not foreseen
 */
public record TicketDetail(
        @JsonUnwrapped TicketView ticket,
        List<PromiseDetail> promises,
        List<CallbackView> callbacks,
        List<NoticeView> notices,
        List<Call> calls,
        List<Dated<TicketEvent>> events,
        List<Grounds.Trace> window) {

    /** Without numbers of engineers and of callers, and without what was said to the staff. */
    public TicketDetail forItsCustomer() {
        return new TicketDetail(ticket, promises, List.of(), List.of(), List.of(), events, window);
    }
}
