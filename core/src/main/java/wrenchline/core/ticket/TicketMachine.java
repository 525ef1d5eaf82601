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
        FieldMoves field = new FieldMoves(state, now);
        DeskMoves desk = new DeskMoves(state, now);
        return switch (event) {
            case TicketEvent.Accepted(Actor by) -> field.accept(by);
            case TicketEvent.Refused(Actor by, var _) -> field.refuse(by);
            case TicketEvent.SetOut(Actor by) -> field.setOut(by);
            case TicketEvent.Arrived arrived -> field.arrive(arrived, facts);
            case TicketEvent.TakenAway takenAway -> field.takeAway(takenAway);
            case TicketEvent.Returned returned -> field.giveBack(returned);
            case TicketEvent.Resolved(Actor by, String how) -> field.resolve(by, how);
            case TicketEvent.SolvedByPhone(Actor by, String how) -> field.solveByPhone(by, how);
            case TicketEvent.Triaged triaged -> desk.triage(triaged.by(), triaged.severity());
            case TicketEvent.Assigned assigned -> desk.assign(assigned);
            case TicketEvent.Confirmed(Actor by) -> desk.confirm(by);
            case TicketEvent.Reopened(Actor by, String reason) -> desk.reopen(by, reason);
            case TicketEvent.Merged(Actor by, TicketId into) -> desk.merge(facts, by, into);
            case TicketEvent.Closed(Actor by) -> desk.close(by);
            case TicketEvent.Judged(var _, Verdict verdict) -> judge(facts, state, verdict);
            case TicketEvent.Escalated _ -> state.over() ? tooLate(state) : to(state, new TicketEffect.HelpWanted());
            case TicketEvent.Diagnosed diagnosed ->
                state.over() ? tooLate(state) : to(state, new TicketEffect.DiagnosisGiven(diagnosed.by()));
            case TicketEvent.PartSwapped swapped ->
                state.over() ? tooLate(state) : to(state, new TicketEffect.PartsSwapped(swapped.by()));
            case TicketEvent.Classified _, TicketEvent.Contacted _, TicketEvent.Attached _ ->
                state instanceof TicketState.Merged ? tooLate(state) : to(state);
            case TicketEvent.FoundAgain _,
                    TicketEvent.WentAway _,
                    TicketEvent.CalledAgain _,
                    TicketEvent.NobodyFits _,
                    TicketEvent.Urged _,
                    TicketEvent.Quoted _,
                    TicketEvent.Consented _,
                    TicketEvent.Declined _,
                    TicketEvent.Absorbed _ -> state.over() ? tooLate(state) : to(state);
        };
    }

    private static Transition<TicketState, TicketEffect> judge(Ticket facts, TicketState state, Verdict verdict) {
        return switch (facts.origin()) {
            case Origin.Telemetry _ -> to(state, new TicketEffect.VerdictGiven(verdict));
            case Origin.Controller _, Origin.Telephone _, Origin.Entered _ -> ignore("not raised by telemetry");
        };
    }

    private static Transition<TicketState, TicketEffect> tooLate(TicketState state) {
        return ignore(state instanceof TicketState.Merged merged ? "merged into " + merged.into() : "already closed");
    }
}
