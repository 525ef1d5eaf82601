package wrenchline.core.ticket;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import wrenchline.core.equipment.Severity;
import wrenchline.core.transition.Transition;

/** The moves of a ticket that the desk and the customer make. */
record DeskMoves(TicketState state, Instant now) {

    Transition<TicketState, TicketEffect> triage(Actor by, Severity severity) {
        TicketEffect weighed = new TicketEffect.Weighed(severity);
        return switch (state) {
            case TicketState.Raised _, TicketState.Triaged _, TicketState.Reopened _ ->
                to(new TicketState.Triaged(by, now), weighed);
            // It may be weighed anew while somebody works on it.
            case TicketState.Assigned _,
                    TicketState.Accepted _,
                    TicketState.OnTheWay _,
                    TicketState.OnSite _,
                    TicketState.InWorkshop _ -> to(state, weighed);
            case TicketState.Resolved _, TicketState.Confirmed _ -> ignore("already resolved");
            case TicketState.Closed _, TicketState.Merged _ -> ignore("already closed");
        };
    }

    Transition<TicketState, TicketEffect> assign(TicketEvent.Assigned event) {
        return switch (state) {
            case TicketState.Assigned assigned when assigned.to().equals(event.to()) -> ignore("is asked already");
            case TicketState.Raised _,
                    TicketState.Triaged _,
                    TicketState.Assigned _,
                    TicketState.Reopened _,
                    TicketState.Accepted _,
                    TicketState.OnTheWay _ ->
                to(new TicketState.Assigned(event.to(), event.by(), now), new TicketEffect.Ask(event.to()));
            case TicketState.OnSite _, TicketState.InWorkshop _ -> ignore("somebody is on site");
            case TicketState.Resolved _, TicketState.Confirmed _ -> ignore("already resolved");
            case TicketState.Closed _, TicketState.Merged _ -> ignore("already closed");
        };
    }

    Transition<TicketState, TicketEffect> confirm(Actor by) {
        return switch (state) {
            case TicketState.Resolved _ -> to(new TicketState.Confirmed(by, now));
            case TicketState.Confirmed _ -> ignore("already confirmed");
            case TicketState.Closed _, TicketState.Merged _ -> ignore("already closed");
            case TicketState.Raised _,
                    TicketState.Triaged _,
                    TicketState.Assigned _,
                    TicketState.Accepted _,
                    TicketState.OnTheWay _,
                    TicketState.OnSite _,
                    TicketState.InWorkshop _,
                    TicketState.Reopened _ -> ignore("not resolved yet");
        };
    }

    Transition<TicketState, TicketEffect> close(Actor by) {
        return switch (state) {
            case TicketState.Resolved _, TicketState.Confirmed _ -> to(new TicketState.Closed(by, now));
            case TicketState.Closed _, TicketState.Merged _ -> ignore("already closed");
            case TicketState.Raised _,
                    TicketState.Triaged _,
                    TicketState.Assigned _,
                    TicketState.Accepted _,
                    TicketState.OnTheWay _,
                    TicketState.OnSite _,
                    TicketState.InWorkshop _,
                    TicketState.Reopened _ -> ignore("not resolved yet");
        };
    }

    Transition<TicketState, TicketEffect> reopen(Actor by, String reason) {
        return switch (state) {
            case TicketState.Resolved _, TicketState.Confirmed _, TicketState.Closed _ ->
                to(new TicketState.Reopened(by, now, reason), new TicketEffect.PromiseAgain());
            case TicketState.Merged merged -> ignore("merged into " + merged.into());
            case TicketState.Raised _,
                    TicketState.Triaged _,
                    TicketState.Assigned _,
                    TicketState.Accepted _,
                    TicketState.OnTheWay _,
                    TicketState.OnSite _,
                    TicketState.InWorkshop _,
                    TicketState.Reopened _ -> ignore("it is open");
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
