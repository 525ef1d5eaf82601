package wrenchline.core.escalation;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import java.util.List;
import wrenchline.core.escalation.EscalationState.Climbing;
import wrenchline.core.escalation.EscalationState.Ended;
import wrenchline.core.escalation.EscalationState.Followed;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Transition;

/** How an escalation moves: up the ladder until somebody has the ticket, then round, and it never stops before the ticket does. */
public final class EscalationMachine
        implements StateMachine<Escalation, EscalationState, EscalationEvent, EscalationEffect> {

    @Override
    public EscalationState initial(Escalation facts) {
        return climb(facts, facts.began(), 0, facts.began());
    }

    @Override
    public Transition<EscalationState, EscalationEffect> on(
            Escalation facts, EscalationState state, EscalationEvent event, Instant now) {
        return switch (event) {
            case EscalationEvent.ClockRead() ->
                state.dueAt().filter(now::isBefore).isPresent() ? ignore("not due yet") : next(facts, state, now);
            case EscalationEvent.Hurried() -> next(facts, state, now);
            case EscalationEvent.Asked() -> to(climb(facts, now, 0, now));
            case EscalationEvent.Moved() ->
                state.over()
                        ? ignore("it is over")
                        : to(new Followed(now.plus(facts.rules().followUp())));
            case EscalationEvent.Ended() -> state.over() ? ignore("it is over") : to(new Ended(now));
        };
    }

    private static Transition<EscalationState, EscalationEffect> next(
            Escalation facts, EscalationState state, Instant now) {
        return switch (state) {
            case Climbing climbing -> step(facts, climbing, now);
            case Followed _ -> to(new Followed(now.plus(facts.rules().followUp())), new EscalationEffect.Remind());
            case Ended _ -> ignore("it is over");
        };
    }

    private static Transition<EscalationState, EscalationEffect> step(Escalation facts, Climbing state, Instant now) {
        List<Step> ladder = facts.rules().ladder();
        EscalationState next = climb(facts, state.since(), state.step() + 1, now);
        if (ladder.isEmpty()) {
            return to(next, new EscalationEffect.Remind());
        }
        Step taken = ladder.get(Math.min(state.step(), ladder.size() - 1));
        return to(next, new EscalationEffect.Reach(taken));
    }

    /** Waits for {@code step}; after the last one it is the last again. */
    private static EscalationState climb(Escalation facts, Instant since, int step, Instant now) {
        List<Step> ladder = facts.rules().ladder();
        Instant next = step < ladder.size()
                ? since.plus(ladder.get(step).after())
                : now.plus(facts.rules().again());
        // Steps that were missed while nothing ran follow each other, and are not taken at once.
        return new Climbing(since, step, next);
    }
}
