package wrenchline.core.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.ticket.TicketId;

/**
 * A callback owed to a caller (回电).
 *
 * @param number where the customer wants to be called
 * @param language {@code zh} or {@code en}
 * @param began when the call came in; the ladder counts from here
 * @param ladder snapshot of policy and roster, in order of time
 */
public record Callback(
        CallbackId id,
        TicketId ticket,
        PromiseId promise,
        String number,
        String language,
        Instant began,
        Duration minimumOverlap,
        Duration ringFor,
        List<Duration> customerRetries,
        List<LadderStep> ladder) {
    public Callback {
        customerRetries = List.copyOf(customerRetries);
        ladder = List.copyOf(ladder);
    }
}
