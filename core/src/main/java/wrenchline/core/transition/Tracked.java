package wrenchline.core.transition;

/**
 * Something with a state: facts that never change, the state it is in, and the number of events that brought it there.
 */
public record Tracked<F, S extends Timed>(F facts, S state, long version) {}
