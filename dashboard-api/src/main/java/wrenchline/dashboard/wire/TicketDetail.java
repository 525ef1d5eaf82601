package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /**
     * Without numbers of engineers and of callers, and without what was said to the staff.
     *
     * @param code what the customer tells whoever arrives; nobody else is shown it
     */
    public TicketDetail forItsCustomer(@Nullable String code) {
        return new TicketDetail(
                ticket.withArrivalCode(code), promises, List.of(), List.of(), List.of(), events, window);
    }
}
