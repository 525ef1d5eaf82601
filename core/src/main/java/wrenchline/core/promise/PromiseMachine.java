package wrenchline.core.promise;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Transition;

/** How a promise moves. Kept at the deadline itself is kept; broken exactly when unkept at the deadline. */
public final class PromiseMachine implements StateMachine<Promise, PromiseState, PromiseEvent, PromiseEffect> {

    @Override
    public PromiseState initial(Promise facts) {
        return new PromiseState.Running(facts.deadline());
    }

    @Override
    public Transition<PromiseState, PromiseEffect> on(
            Promise facts, PromiseState state, PromiseEvent event, Instant now) {
        return switch (state) {
            case PromiseState.Running running -> running(facts, running, event, now);
            case PromiseState.Broken broken -> broken(facts, broken, event);
            case PromiseState.Kept _ -> ignore("already kept");
            case PromiseState.KeptLate _ -> ignore("already made good");
            case PromiseState.Waived _ -> ignore("no longer owed");
        };
    }

    private static Transition<PromiseState, PromiseEffect> running(
            Promise facts, PromiseState.Running state, PromiseEvent event, Instant now) {
        return switch (event) {
            case PromiseEvent.Fulfilled(Grade grade, Instant at)
            when !counts(facts, grade) -> ignore("grade D proves no callback");
            case PromiseEvent.Fulfilled(Grade grade, Instant at)
            when at.isAfter(state.deadline()) ->
                to(new PromiseState.KeptLate(state.deadline(), at, grade), new PromiseEffect.ReportBreach());
            case PromiseEvent.Fulfilled(Grade grade, Instant at) -> to(new PromiseState.Kept(at, grade));
            case PromiseEvent.ClockRead() ->
                now.isBefore(state.deadline())
                        ? ignore("not due yet")
                        : to(new PromiseState.Broken(state.deadline()), new PromiseEffect.ReportBreach());
            case PromiseEvent.Waived(String reason) -> to(new PromiseState.Waived(now, reason));
        };
    }

    private static Transition<PromiseState, PromiseEffect> broken(
            Promise facts, PromiseState.Broken state, PromiseEvent event) {
        return switch (event) {
            case PromiseEvent.Fulfilled(Grade grade, Instant at)
            when !counts(facts, grade) -> ignore("grade D proves no callback");
            case PromiseEvent.Fulfilled(Grade grade, Instant at)
            when at.isAfter(state.at()) -> to(new PromiseState.KeptLate(state.at(), at, grade));
            // The talk was in time and only its proof came after the deadline.
            case PromiseEvent.Fulfilled(Grade grade, Instant at) -> to(new PromiseState.Kept(at, grade));
            case PromiseEvent.ClockRead() -> ignore("already broken");
            case PromiseEvent.Waived(String reason) -> ignore("a broken promise stays broken");
        };
    }

    private static boolean counts(Promise facts, Grade grade) {
        return facts.clause().kind() != PromiseKind.CALLBACK || grade != Grade.D;
    }
}
