package wrenchline.dashboard.wire;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Grade;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Tracked;

/**
 * A promise with its clock.
 *
 * @param secondsLeft until the deadline, below zero once it passed; null when the clock no longer runs
 * @param grade how well it is proved; null while it is not kept
 */
public record PromiseView(
        PromiseId id,
        TicketId ticket,
        Clause clause,
        String policyVersion,
        Instant made,
        Instant deadline,
        @Nullable Long secondsLeft,
        PromiseState state,
        @Nullable Grade grade) {

    /** How {@code tracked} looks at {@code now}. */
    public static PromiseView of(Tracked<Promise, PromiseState> tracked, Instant now) {
        Promise promise = tracked.facts();
        return new PromiseView(
                promise.id(),
                promise.ticket(),
                promise.clause(),
                promise.policyVersion(),
                promise.made(),
                promise.deadline(),
                secondsLeft(tracked, now),
                tracked.state(),
                grade(tracked.state()));
    }

    private static @Nullable Long secondsLeft(Tracked<Promise, PromiseState> tracked, Instant now) {
        return switch (tracked.state()) {
            case PromiseState.Running running ->
                Duration.between(now, running.deadline()).toSeconds();
            case PromiseState.Paused _ -> null;
            case PromiseState.Broken broken ->
                Duration.between(now, tracked.facts().deadline()).toSeconds();
            case PromiseState.Kept kept -> null;
            case PromiseState.KeptLate late -> null;
            case PromiseState.Waived waived -> null;
        };
    }

    private static @Nullable Grade grade(PromiseState state) {
        return switch (state) {
            case PromiseState.Kept kept -> kept.grade();
            case PromiseState.KeptLate late -> late.grade();
            case PromiseState.Running _, PromiseState.Paused _ -> null;
            case PromiseState.Broken broken -> null;
            case PromiseState.Waived waived -> null;
        };
    }
}
