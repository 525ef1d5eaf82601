package wrenchline.core.promise;

import java.time.Instant;
import wrenchline.core.ticket.Actor;

/** What happens to a promise. */
public sealed interface PromiseEvent {

    /** What was promised was done at {@code at}, which may lie before the moment at which the proof came in. */
    record Fulfilled(Grade grade, Instant at) implements PromiseEvent {}

    /** The sweep looked at the clock. */
    record ClockRead() implements PromiseEvent {}

    /**
     * A clock of our own stands still until it is resumed, and no longer than {@code until} (暂停计时).
     *
     * @param by who asked for it
     * @param approver who allowed it, and is somebody else
     */
    record Paused(String reason, Actor by, Actor approver, Instant until) implements PromiseEvent {}

    /** The clock goes on (恢复计时). */
    record Resumed(Actor by) implements PromiseEvent {}

    /** Why it was not kept; the last word counts. */
    record Explained(BreachCause cause, String text, Actor by) implements PromiseEvent {}

    /** It is no longer owed. */
    record Waived(String reason) implements PromiseEvent {}
}
