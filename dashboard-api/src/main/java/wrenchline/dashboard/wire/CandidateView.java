package wrenchline.dashboard.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.Names;

/**
 * Somebody on duty who was weighed for a ticket.
 *
 * @param load how many tickets they have already
 * @param against why they may not take it; null for those who may
 */
public record CandidateView(
        StaffId staff,
        String name,
        boolean atHome,
        int load,
        Duration travel,
        @Nullable Names against) {

    public static CandidateView of(TicketDesk.Weighed weighed) {
        return new CandidateView(
                weighed.member().id(),
                weighed.member().name(),
                weighed.atHome(),
                weighed.load(),
                weighed.travel(),
                weighed.against());
    }
}
