package wrenchline.core.quarantine;

import java.time.Instant;
import java.util.Optional;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Timed;

/** The states of a message in quarantine (处置状态). */
public sealed interface DispositionState extends Timed {

    /** Somebody has to decide (待处理). */
    record Waiting(Content content) implements DispositionState {}

    /** It is to go through the pipeline once more (待重放). */
    record Ordered(Content content) implements DispositionState {}

    /** It went, and counts no longer as quarantined; if it was not understood again, that is another message (已重放). */
    record Replayed(Content content) implements DispositionState {}

    /** Nobody wants it. It stays, and counts as quarantined for ever (已作废). */
    record Discarded(Actor by, String reason) implements DispositionState {}

    /** The names of the states. */
    enum Kind {
        WAITING,
        ORDERED,
        REPLAYED,
        DISCARDED
    }

    default Kind kind() {
        return switch (this) {
            case Waiting _ -> Kind.WAITING;
            case Ordered _ -> Kind.ORDERED;
            case Replayed _ -> Kind.REPLAYED;
            case Discarded _ -> Kind.DISCARDED;
        };
    }

    @Override
    default Optional<Instant> dueAt() {
        return Optional.empty();
    }

    @Override
    default boolean over() {
        return this instanceof Replayed || this instanceof Discarded;
    }
}
