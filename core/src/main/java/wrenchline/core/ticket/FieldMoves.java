package wrenchline.core.ticket;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import java.util.List;
import wrenchline.core.transition.Transition;

/** The moves of a ticket that whoever mends it makes. */
record FieldMoves(TicketState state, Instant now) {

    Transition<TicketState, TicketEffect> accept(Actor by) {
        return switch (state) {
            case TicketState.Raised _, TicketState.Triaged _, TicketState.Assigned _, TicketState.Reopened _ ->
                to(new TicketState.Accepted(by, now), new TicketEffect.ResponseGiven(by));
            case TicketState.Accepted _ -> ignore("already accepted");
            case TicketState.OnTheWay _ -> ignore("somebody is on the way");
            case TicketState.OnSite _, TicketState.InWorkshop _ -> ignore("somebody is on site");
            case TicketState.Resolved _, TicketState.Confirmed _ -> ignore("already resolved");
            case TicketState.Closed _, TicketState.Merged _ -> ignore("already closed");
        };
    }

    Transition<TicketState, TicketEffect> refuse(Actor by) {
        return switch (state) {
            case TicketState.Raised _, TicketState.Triaged _, TicketState.Reopened _ ->
                to(state, new TicketEffect.AskNext(by));
            case TicketState.Assigned assigned ->
                by.equals(new Actor.Staff(assigned.to()))
                        ? to(new TicketState.Raised(), new TicketEffect.AskNext(by))
                        : ignore("somebody else is asked");
            case TicketState.Accepted accepted -> giveUp(accepted.by(), by);
            case TicketState.OnTheWay onTheWay -> giveUp(onTheWay.by(), by);
            case TicketState.OnSite _, TicketState.InWorkshop _ -> ignore("somebody is on site");
            case TicketState.Resolved _, TicketState.Confirmed _ -> ignore("already resolved");
            case TicketState.Closed _, TicketState.Merged _ -> ignore("already closed");
        };
    }

    private static Transition<TicketState, TicketEffect> giveUp(Actor has, Actor by) {
        return has.equals(by)
                ? to(new TicketState.Raised(), new TicketEffect.AskNext(by))
                : ignore("accepted by somebody else");
    }

    Transition<TicketState, TicketEffect> setOut(Actor by) {
        TicketState onTheWay = new TicketState.OnTheWay(by, now);
        return switch (state) {
            case TicketState.Raised _, TicketState.Triaged _, TicketState.Assigned _, TicketState.Reopened _ ->
                to(onTheWay, new TicketEffect.ResponseGiven(by), new TicketEffect.TellCustomer(by));
            case TicketState.Accepted _ -> to(onTheWay, new TicketEffect.TellCustomer(by));
            case TicketState.OnTheWay _ -> ignore("already on the way");
            case TicketState.OnSite _, TicketState.InWorkshop _ -> ignore("somebody is on site");
            case TicketState.Resolved _, TicketState.Confirmed _ -> ignore("already resolved");
            case TicketState.Closed _, TicketState.Merged _ -> ignore("already closed");
        };
    }

    Transition<TicketState, TicketEffect> arrive(TicketEvent.Arrived event, Ticket facts) {
        String code = event.customerCode();
        if (code != null && !facts.isArrivalCode(code)) {
            return ignore("that is not the customer's code");
        }
        Actor by = event.by();
        TicketState onSite = new TicketState.OnSite(by, now);
        TicketEffect seen = new TicketEffect.ArrivalSeen(by, code != null);
        return switch (state) {
            case TicketState.Raised _, TicketState.Triaged _, TicketState.Assigned _, TicketState.Reopened _ ->
                to(onSite, new TicketEffect.ResponseGiven(by), seen);
            case TicketState.Accepted _, TicketState.OnTheWay _ -> to(onSite, seen);
            case TicketState.OnSite _, TicketState.InWorkshop _ -> ignore("already on site");
            case TicketState.Resolved _, TicketState.Confirmed _ -> ignore("already resolved");
            case TicketState.Closed _, TicketState.Merged _ -> ignore("already closed");
        };
    }

    Transition<TicketState, TicketEffect> takeAway(TicketEvent.TakenAway event) {
        TicketState inWorkshop = new TicketState.InWorkshop(event.by(), now, event.receipt());
        return switch (state) {
            case TicketState.OnSite _ -> to(inWorkshop);
            case TicketState.Accepted _, TicketState.OnTheWay _ ->
                to(inWorkshop, new TicketEffect.ArrivalSeen(event.by(), false));
            case TicketState.Raised _, TicketState.Triaged _, TicketState.Assigned _, TicketState.Reopened _ ->
                ignore("nobody has taken it");
            case TicketState.InWorkshop _ -> ignore("already taken away");
            case TicketState.Resolved _, TicketState.Confirmed _ -> ignore("already resolved");
            case TicketState.Closed _, TicketState.Merged _ -> ignore("already closed");
        };
    }

    Transition<TicketState, TicketEffect> giveBack(TicketEvent.Returned event) {
        if (!(state instanceof TicketState.InWorkshop inWorkshop)) {
            return ignore("nothing was taken away");
        }
        return inWorkshop.receipt().equals(event.receipt())
                ? to(new TicketState.OnSite(event.by(), now))
                : ignore("the receipt is another");
    }

    Transition<TicketState, TicketEffect> resolve(Actor by, String how) {
        TicketState resolved = new TicketState.Resolved(by, now, how);
        return switch (state) {
            case TicketState.OnSite _ -> to(resolved, new TicketEffect.Mended(by));
            case TicketState.InWorkshop _ -> ignore("the equipment is not given back yet");
            case TicketState.Raised _,
                    TicketState.Triaged _,
                    TicketState.Assigned _,
                    TicketState.Reopened _,
                    TicketState.Accepted _,
                    TicketState.OnTheWay _ -> withoutVisit(by, how);
            case TicketState.Resolved _, TicketState.Confirmed _ -> ignore("already resolved");
            case TicketState.Closed _, TicketState.Merged _ -> ignore("already closed");
        };
    }

    Transition<TicketState, TicketEffect> solveByPhone(Actor by, String how) {
        return switch (state) {
            case TicketState.OnSite _, TicketState.InWorkshop _ -> ignore("somebody is on site");
            case TicketState.Raised _,
                    TicketState.Triaged _,
                    TicketState.Assigned _,
                    TicketState.Reopened _,
                    TicketState.Accepted _,
                    TicketState.OnTheWay _ -> withoutVisit(by, how);
            case TicketState.Resolved _, TicketState.Confirmed _ -> ignore("already resolved");
            case TicketState.Closed _, TicketState.Merged _ -> ignore("already closed");
        };
    }

    private Transition<TicketState, TicketEffect> withoutVisit(Actor by, String how) {
        TicketEffect response = new TicketEffect.ResponseGiven(by);
        TicketEffect remote = new TicketEffect.SolvedRemotely(by);
        TicketEffect mended = new TicketEffect.Mended(by);
        return new Transition.Moved<>(
                new TicketState.Resolved(by, now, how),
                state.waits() ? List.of(response, remote, mended) : List.of(remote, mended));
    }
}
