package wrenchline.core.promise;

import java.time.Instant;

/** What happens to a promise. */
public sealed interface PromiseEvent {

    /** What was promised was done at {@code at}, which may lie before the moment at which the proof came in. */
    record Fulfilled(Grade grade, Instant at) implements PromiseEvent {}

    /** The sweep looked at the clock. */
    record ClockRead() implements PromiseEvent {}

    /** It is no longer owed. */
    record Waived(String reason) implements PromiseEvent {}
}
