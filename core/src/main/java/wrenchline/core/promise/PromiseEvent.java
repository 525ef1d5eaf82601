package wrenchline.core.promise;

/** What happens to a promise. */
public sealed interface PromiseEvent {

    /** What was promised was done. */
    record Fulfilled(Grade grade) implements PromiseEvent {}

    /** The sweep looked at the clock. */
    record ClockRead() implements PromiseEvent {}

    /** It is no longer owed. */
    record Voided(String reason) implements PromiseEvent {}
}
