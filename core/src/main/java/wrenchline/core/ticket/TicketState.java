package wrenchline.core.ticket;

import java.time.Instant;
import java.util.Optional;
import wrenchline.core.transition.Timed;

/** The states of a ticket (工单状态). */
public sealed interface TicketState extends Timed {

    /** Nobody has taken it yet (待接单). */
    record Raised() implements TicketState {}

    /** Somebody works on it (已接单). */
    record Accepted(Actor by, Instant at) implements TicketState {}

    /** The engineer is there (已到场). */
    record OnSite(Actor by, Instant at) implements TicketState {}

    /** The fault is mended (已解决); the customer may still object. */
    record Resolved(Actor by, Instant at, String how) implements TicketState {}

    /** Done with (已关闭). */
    record Closed(Actor by, Instant at) implements TicketState {}

    @Override
    default Optional<Instant> dueAt() {
        return Optional.empty();
    }

    @Override
    default boolean over() {
        return this instanceof Closed;
    }
}
