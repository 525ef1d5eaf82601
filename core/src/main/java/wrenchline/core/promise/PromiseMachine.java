package wrenchline.core.promise;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Duration;
import java.time.Instant;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Transition;

/** How a promise moves. Kept at the deadline itself is kept; broken exactly when unkept at the deadline. */
public final class PromiseMachine implements StateMachine<Promise, PromiseState, PromiseEvent, PromiseEffect> {

    @Override
    public PromiseState initial(Promise facts) {
        return running(facts, facts.deadline(), facts.made());
    }

    private static PromiseState running(Promise facts, Instant deadline, Instant now) {
        return new PromiseState.Running(
                deadline, facts.warningAfter(now, deadline).orElse(null));
    }

    @Override
    public Transition<PromiseState, PromiseEffect> on(
            Promise facts, PromiseState state, PromiseEvent event, Instant now) {
        return switch (state) {
            case PromiseState.Running running -> running(facts, running, event, now);
            case PromiseState.Paused paused -> paused(facts, paused, event, now);
            case PromiseState.Broken broken -> broken(facts, broken, event);
            case PromiseState.KeptLate late ->
                event instanceof PromiseEvent.Explained ? to(late) : ignore("already made good");
            case PromiseState.Kept _ -> ignore("already kept");
            case PromiseState.Waived _ -> ignore("no longer owed");
        };
    }

    private static Transition<PromiseState, PromiseEffect> running(
            Promise facts, PromiseState.Running state, PromiseEvent event, Instant now) {
        return switch (event) {
            case PromiseEvent.Fulfilled(Grade grade, Instant _)
            when !counts(facts, grade) -> ignore("grade D proves no callback");
            case PromiseEvent.Fulfilled(Grade grade, Instant at)
            when at.isAfter(state.deadline()) ->
                to(new PromiseState.KeptLate(state.deadline(), at, grade), new PromiseEffect.ReportBreach());
            case PromiseEvent.Fulfilled(Grade grade, Instant at) -> to(new PromiseState.Kept(at, grade));
            case PromiseEvent.ClockRead() -> read(facts, state, now);
            case PromiseEvent.Waived(String reason) -> to(new PromiseState.Waived(now, reason));
            case PromiseEvent.Paused pause -> pause(facts, state, pause, now);
            case PromiseEvent.Resumed _ -> ignore("its clock runs");
            case PromiseEvent.Explained _ -> ignore("it is not broken");
        };
    }

    private static Transition<PromiseState, PromiseEffect> read(
            Promise facts, PromiseState.Running state, Instant now) {
        if (!now.isBefore(state.deadline())) {
            return to(new PromiseState.Broken(state.deadline()), new PromiseEffect.ReportBreach());
        }
        Instant warning = state.warning();
        return warning == null || now.isBefore(warning)
                ? ignore("not due yet")
                : to(running(facts, state.deadline(), now), new PromiseEffect.Warn(state.deadline()));
    }

    private static Transition<PromiseState, PromiseEffect> pause(
            Promise facts, PromiseState.Running state, PromiseEvent.Paused pause, Instant now) {
        if (!facts.clause().mayPause()) {
            return ignore("a contract's clock never pauses");
        }
        boolean inTime = now.isBefore(state.deadline()) && now.isBefore(pause.until());
        return inTime
                ? to(new PromiseState.Paused(now, pause.until(), Duration.between(now, state.deadline())))
                : ignore("it is too late to pause it");
    }

    private static Transition<PromiseState, PromiseEffect> paused(
            Promise facts, PromiseState.Paused state, PromiseEvent event, Instant now) {
        return switch (event) {
            case PromiseEvent.Fulfilled(Grade grade, Instant at) -> to(new PromiseState.Kept(at, grade));
            case PromiseEvent.ClockRead() ->
                now.isBefore(state.until()) ? ignore("paused") : resume(facts, state, state.until());
            case PromiseEvent.Resumed _ -> resume(facts, state, now);
            case PromiseEvent.Waived(String reason) -> to(new PromiseState.Waived(now, reason));
            case PromiseEvent.Paused _ -> ignore("already paused");
            case PromiseEvent.Explained _ -> ignore("it is not broken");
        };
    }

    private static Transition<PromiseState, PromiseEffect> resume(
            Promise facts, PromiseState.Paused state, Instant from) {
        return to(running(facts, from.plus(state.left()), from));
    }

    private static Transition<PromiseState, PromiseEffect> broken(
            Promise facts, PromiseState.Broken state, PromiseEvent event) {
        return switch (event) {
            case PromiseEvent.Fulfilled(Grade grade, Instant _)
            when !counts(facts, grade) -> ignore("grade D proves no callback");
            case PromiseEvent.Fulfilled(Grade grade, Instant at)
            when at.isAfter(state.at()) -> to(new PromiseState.KeptLate(state.at(), at, grade));
            // The talk was in time and only its proof came after the deadline.
            case PromiseEvent.Fulfilled(Grade grade, Instant at) -> to(new PromiseState.Kept(at, grade));
            case PromiseEvent.ClockRead() -> ignore("already broken");
            case PromiseEvent.Waived _ -> ignore("a broken promise stays broken");
            case PromiseEvent.Paused _, PromiseEvent.Resumed _ -> ignore("already broken");
            case PromiseEvent.Explained _ -> to(state);
        };
    }

    private static boolean counts(Promise facts, Grade grade) {
        return facts.clause().kind() != PromiseKind.CALLBACK || grade != Grade.D;
    }
}
