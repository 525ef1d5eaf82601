package wrenchline.core.quarantine;

import wrenchline.core.ticket.Actor;

/** What is done with a message in quarantine. */
public sealed interface DispositionEvent {

    /** Somebody mended it; what arrived is kept beside it. */
    record Mended(Actor by, Content.Repaired content) implements DispositionEvent {}

    /** Somebody wants it to go through the pipeline once more, mended if it was and not {@code asItCame}. */
    record ReplayOrdered(Actor by, boolean asItCame) implements DispositionEvent {}

    /** The books have what came of it. */
    record Replayed() implements DispositionEvent {}

    /** Somebody does not want it. */
    record Discarded(Actor by, String reason) implements DispositionEvent {}
}
