package wrenchline.core.transition;

import java.time.Instant;

/** An event with the time at which it was applied. */
public record Dated<E>(E event, Instant at) {}
