package wrenchline.core.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wrenchline.core.call.CallId;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.ticket.Channel;
import wrenchline.core.ticket.TicketId;

/**
 * A complaint (投诉) as it was received.
 *
 * @param ticket under which whoever complains is called back, and every contact is kept
 * @param call null when it was not made by telephone; what a caller said is the message of the call
 * @param name of whoever complains; empty when unknown
 * @param number at which they can be reached
 * @param customer null when unknown
 * @param text what they said, as far as somebody wrote it down
 * @param rules as the policy had them then
 */
public record Complaint(
        ComplaintId id,
        Category category,
        TicketId ticket,
        @Nullable CallId call,
        Channel channel,
        String name,
        String number,
        @Nullable CustomerId customer,
        String text,
        Instant received,
        ComplaintRules rules) {

    public Department department() {
        return rules.department(category);
    }
}
