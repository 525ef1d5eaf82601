package wrenchline.core.ticket;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.duty.StaffId;
import wrenchline.core.transition.Timed;

/** The states of a ticket (工单状态). */
public sealed interface TicketState extends Timed {

    /** It was reported; nobody has taken it yet (待处理). */
    record Raised() implements TicketState {}

    /** It was weighed and waits for an engineer (已初评). */
    record Triaged(Actor by, Instant at) implements TicketState {}

    /** An engineer is asked to take it (待接单). */
    record Assigned(StaffId to, Actor by, Instant at) implements TicketState {}

    /** Somebody works on it (已接单). */
    record Accepted(Actor by, Instant at) implements TicketState {}

    /** Whoever took it is on the way (已出发). */
    record OnTheWay(Actor by, Instant at) implements TicketState {}

    /** The engineer is there (已到场). */
    record OnSite(Actor by, Instant at) implements TicketState {}

    /** The equipment is being repaired elsewhere (取回维修中); it is given back against {@code receipt}. */
    record InWorkshop(Actor by, Instant at, String receipt) implements TicketState {}

    /** The fault is mended (已解决); the customer may still object. */
    record Resolved(Actor by, Instant at, String how) implements TicketState {}

    /** The customer agrees that it is (客户已确认). */
    record Confirmed(Actor by, Instant at) implements TicketState {}

    /** It was mended and is not after all (已重开): an engineer is needed again. */
    record Reopened(Actor by, Instant at, String reason) implements TicketState {}

    /** Done with (已关闭). */
    record Closed(Actor by, Instant at) implements TicketState {}

    /** It goes on as another one (已合并). */
    record Merged(TicketId into, Actor by, Instant at) implements TicketState {}

    /** The names of those that are not over, as {@link Tickets.Filter} wants them. */
    Set<String> OPEN = Set.of(
            "Raised",
            "Triaged",
            "Assigned",
            "Accepted",
            "OnTheWay",
            "OnSite",
            "InWorkshop",
            "Resolved",
            "Confirmed",
            "Reopened");

    /** Whether nobody has taken it. */
    default boolean waits() {
        return switch (this) {
            case Raised _, Triaged _, Assigned _, Reopened _ -> true;
            case Accepted _, OnTheWay _, OnSite _, InWorkshop _, Resolved _, Confirmed _, Closed _, Merged _ -> false;
        };
    }

    @Override
    default Optional<Instant> dueAt() {
        return Optional.empty();
    }

    @Override
    default boolean over() {
        return this instanceof Closed || this instanceof Merged;
    }
}
