package wrenchline.core.escalation;

import java.time.Instant;
import java.util.Optional;
import wrenchline.core.transition.Timed;

/** The states of an escalation (升级状态). There is always a next step until the ticket is over. */
public sealed interface EscalationState extends Timed {

    /**
     * Nobody has the ticket (升级中).
     *
     * @param since when somebody was asked first, for the ladder counts from there
     * @param step the next one
     * @param next when it is taken
     */
    record Climbing(Instant since, int step, Instant next) implements EscalationState {}

    /**
     * Somebody has it (已有人接单).
     *
     * @param next when they are reminded, unless something happens before
     */
    record Followed(Instant next) implements EscalationState {}

    /** The ticket is over (结束). */
    record Ended(Instant at) implements EscalationState {}

    @Override
    default Optional<Instant> dueAt() {
        return switch (this) {
            case Climbing climbing -> Optional.of(climbing.next());
            case Followed followed -> Optional.of(followed.next());
            case Ended _ -> Optional.empty();
        };
    }

    @Override
    default boolean over() {
        return this instanceof Ended;
    }
}
