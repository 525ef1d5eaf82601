package wrenchline.core.desk;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.promise.BreachCause;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;

/** What is done about promises that are, or may soon be, broken. */
record Breaches(Turn turn) {

    /** Warns whoever has the ticket, and the supervisors. */
    void warn(Promise promise, Instant deadline) {
        Roster roster = turn.books().rosters().current();
        Set<StaffMember> readers = new LinkedHashSet<>();
        state(promise).flatMap(this::holder).ifPresent(readers::add);
        readers.addAll(roster.all(StaffMember.Role.SUPERVISOR));
        readers.forEach(reader -> turn.letters().warning(promise, deadline, reader));
    }

    /** Notes why {@code promise} was not kept, as far as its ticket shows. A person may say better. */
    void explain(Promise promise) {
        TicketState state = state(promise).orElse(new TicketState.Raised());
        var event = new PromiseEvent.Explained(
                cause(promise, state), state.getClass().getSimpleName(), new Actor.Product());
        turn.books().promises().find(promise.id()).ifPresent(broken -> turn.promise(broken, event));
    }

    private static BreachCause cause(Promise promise, TicketState state) {
        return switch (promise.clause().kind()) {
            case CALLBACK -> state.waits() ? BreachCause.NOBODY_ACCEPTED : BreachCause.CUSTOMER_AWAY;
            case RESPONSE, ON_SITE, DIAGNOSIS, PARTS, COMPLETION ->
                switch (state) {
                    case TicketState.Raised _, TicketState.Triaged _, TicketState.Assigned _, TicketState.Reopened _ ->
                        BreachCause.NOBODY_ACCEPTED;
                    case TicketState.Accepted _ -> BreachCause.NOT_SET_OUT;
                    case TicketState.OnTheWay _ -> BreachCause.TRAVEL;
                    case TicketState.OnSite _, TicketState.InWorkshop _ -> atWork(promise);
                    case TicketState.Resolved _, TicketState.Confirmed _, TicketState.Closed _, TicketState.Merged _ ->
                        BreachCause.OTHER;
                };
        };
    }

    private static BreachCause atWork(Promise promise) {
        return switch (promise.clause().kind()) {
            case DIAGNOSIS -> BreachCause.NOT_DIAGNOSED;
            case PARTS -> BreachCause.PARTS;
            case COMPLETION -> BreachCause.WORK;
            case CALLBACK, RESPONSE, ON_SITE -> BreachCause.OTHER;
        };
    }

    private Optional<TicketState> state(Promise promise) {
        return turn.books().tickets().look(promise.ticket()).map(Tracked::state);
    }

    private Optional<StaffMember> holder(TicketState state) {
        return new Dispatch(turn).holder(state);
    }
}
