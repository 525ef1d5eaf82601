package wrenchline.core.ticket;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import wrenchline.core.equipment.Severity;
import wrenchline.core.transition.Transition;

/** The moves of a ticket that the desk and the customer make. */
record DeskMoves(TicketState state, Instant now) {

    /** How far a ticket is, as far as the desk cares. */
    private enum Phase {
        /** Nobody was asked to take it. */
        FRESH,
        /** Somebody was asked, or has it. */
        GIVEN,
        /** Somebody is at the machine, or has it in the workshop. */
        AT_WORK,
        RESOLVED,
        OVER
    }

    private Phase phase() {
        return switch (state) {
            case TicketState.Raised _, TicketState.Triaged _, TicketState.Reopened _ -> Phase.FRESH;
            case TicketState.Assigned _, TicketState.Accepted _, TicketState.OnTheWay _ -> Phase.GIVEN;
            case TicketState.OnSite _, TicketState.InWorkshop _ -> Phase.AT_WORK;
            case TicketState.Resolved _, TicketState.Confirmed _ -> Phase.RESOLVED;
            case TicketState.Closed _, TicketState.Merged _ -> Phase.OVER;
        };
    }

    Transition<TicketState, TicketEffect> triage(Actor by, Severity severity) {
        TicketEffect weighed = new TicketEffect.Weighed(severity);
        return switch (phase()) {
            case FRESH -> to(new TicketState.Triaged(by, now), weighed);
            // It may be weighed anew while somebody works on it.
            case GIVEN, AT_WORK -> to(state, weighed);
            case RESOLVED -> ignore("already resolved");
            case OVER -> ignore("already closed");
        };
    }

    Transition<TicketState, TicketEffect> assign(TicketEvent.Assigned event) {
        if (state instanceof TicketState.Assigned assigned && assigned.to().equals(event.to())) {
            return ignore("is asked already");
        }
        return switch (phase()) {
            case FRESH, GIVEN ->
                to(new TicketState.Assigned(event.to(), event.by(), now), new TicketEffect.Ask(event.to()));
            case AT_WORK -> ignore("somebody is on site");
            case RESOLVED -> ignore("already resolved");
            case OVER -> ignore("already closed");
        };
    }

    Transition<TicketState, TicketEffect> confirm(Actor by) {
        return switch (phase()) {
            case FRESH, GIVEN, AT_WORK -> ignore("not resolved yet");
            case RESOLVED ->
                state instanceof TicketState.Confirmed
                        ? ignore("already confirmed")
                        : to(new TicketState.Confirmed(by, now));
            case OVER -> ignore("already closed");
        };
    }

    Transition<TicketState, TicketEffect> close(Actor by) {
        return switch (phase()) {
            case FRESH, GIVEN, AT_WORK -> ignore("not resolved yet");
            case RESOLVED -> to(new TicketState.Closed(by, now));
            case OVER -> ignore("already closed");
        };
    }

    Transition<TicketState, TicketEffect> reopen(Actor by, String reason) {
        return switch (phase()) {
            case FRESH, GIVEN, AT_WORK -> ignore("it is open");
            case RESOLVED, OVER ->
                state instanceof TicketState.Merged merged
                        ? ignore("merged into " + merged.into())
                        : to(new TicketState.Reopened(by, now, reason), new TicketEffect.PromiseAgain());
        };
    }

    Transition<TicketState, TicketEffect> merge(Ticket facts, Actor by, TicketId into) {
        if (state.over()) {
            return ignore("already closed");
        }
        return into.equals(facts.id())
                ? ignore("it is the same ticket")
                : to(new TicketState.Merged(into, by, now), new TicketEffect.HandOver(into));
    }
}
