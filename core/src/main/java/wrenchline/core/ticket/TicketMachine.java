package wrenchline.core.ticket;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Transition;

/** How a ticket moves. */
public final class TicketMachine implements StateMachine<Ticket, TicketState, TicketEvent, TicketEffect> {

    @Override
    public TicketState initial(Ticket facts) {
        return new TicketState.Raised();
    }

    @Override
    public Transition<TicketState, TicketEffect> on(Ticket facts, TicketState state, TicketEvent event, Instant now) {
        return switch (event) {
            case TicketEvent.Accepted(Actor by) -> accept(state, by, now);
            case TicketEvent.Refused(Actor by, var unused) -> refuse(state, by);
            case TicketEvent.Arrived(Actor by) -> arrive(state, by, now);
            case TicketEvent.Resolved(Actor by, String how) -> resolve(state, by, how, now);
            case TicketEvent.Closed(Actor by) -> close(state, by, now);
            case TicketEvent.Judged(var unused, Verdict verdict) -> judge(facts, state, verdict);
            case TicketEvent.FoundAgain _ -> note(state);
            case TicketEvent.WentAway _ -> note(state);
            case TicketEvent.CalledAgain _ -> note(state);
        };
    }

    private static Transition<TicketState, TicketEffect> accept(TicketState state, Actor by, Instant now) {
        return switch (state) {
            case TicketState.Raised raised -> to(new TicketState.Accepted(by, now), new TicketEffect.ResponseGiven(by));
            case TicketState.Accepted _ -> ignore("already accepted");
            case TicketState.OnSite _ -> ignore("somebody is on site");
            case TicketState.Resolved _ -> ignore("already resolved");
            case TicketState.Closed _ -> ignore("already closed");
        };
    }

    private static Transition<TicketState, TicketEffect> refuse(TicketState state, Actor by) {
        return switch (state) {
            case TicketState.Raised raised -> to(raised, new TicketEffect.AskNext(by));
            case TicketState.Accepted accepted ->
                accepted.by().equals(by)
                        ? to(new TicketState.Raised(), new TicketEffect.AskNext(by))
                        : ignore("accepted by somebody else");
            case TicketState.OnSite _ -> ignore("somebody is on site");
            case TicketState.Resolved _ -> ignore("already resolved");
            case TicketState.Closed _ -> ignore("already closed");
        };
    }

    private static Transition<TicketState, TicketEffect> arrive(TicketState state, Actor by, Instant now) {
        return switch (state) {
            case TicketState.Raised raised ->
                to(
                        new TicketState.OnSite(by, now),
                        new TicketEffect.ResponseGiven(by),
                        new TicketEffect.ArrivalSeen(by));
            case TicketState.Accepted accepted -> to(new TicketState.OnSite(by, now), new TicketEffect.ArrivalSeen(by));
            case TicketState.OnSite _ -> ignore("already on site");
            case TicketState.Resolved _ -> ignore("already resolved");
            case TicketState.Closed _ -> ignore("already closed");
        };
    }

    private static Transition<TicketState, TicketEffect> resolve(TicketState state, Actor by, String how, Instant now) {
        TicketState resolvedNow = new TicketState.Resolved(by, now, how);
        return switch (state) {
            case TicketState.Raised raised ->
                to(resolvedNow, new TicketEffect.ResponseGiven(by), new TicketEffect.SolvedRemotely(by));
            case TicketState.Accepted accepted -> to(resolvedNow, new TicketEffect.SolvedRemotely(by));
            case TicketState.OnSite onSite -> to(resolvedNow);
            case TicketState.Resolved _ -> ignore("already resolved");
            case TicketState.Closed _ -> ignore("already closed");
        };
    }

    private static Transition<TicketState, TicketEffect> close(TicketState state, Actor by, Instant now) {
        return switch (state) {
            case TicketState.Resolved resolved -> to(new TicketState.Closed(by, now));
            case TicketState.Closed _ -> ignore("already closed");
            case TicketState.Raised _, TicketState.Accepted _, TicketState.OnSite _ -> ignore("not resolved yet");
        };
    }

    private static Transition<TicketState, TicketEffect> judge(Ticket facts, TicketState state, Verdict verdict) {
        return switch (facts.origin()) {
            case Origin.Telemetry _ -> to(state, new TicketEffect.VerdictGiven(verdict));
            case Origin.Controller _, Origin.Telephone _ -> ignore("not raised by telemetry");
        };
    }

    private static Transition<TicketState, TicketEffect> note(TicketState state) {
        return state.over() ? ignore("already closed") : to(state);
    }
}
