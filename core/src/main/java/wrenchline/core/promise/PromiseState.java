package wrenchline.core.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.transition.Timed;

/** The states of a promise (承诺状态). */
public sealed interface PromiseState extends Timed {

    /**
     * The clock runs (计时中).
     *
     * @param warning when somebody is to be warned next; null for never
     */
    record Running(Instant deadline, @Nullable Instant warning) implements PromiseState {

        public Running(Instant deadline) {
            this(deadline, null);
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(warning == null ? deadline : warning);
        }
    }

    /**
     * The clock stands still (暂停计时), with {@code left} on it.
     *
     * @param until when it goes on by itself
     */
    record Paused(Instant since, Instant until, Duration left) implements PromiseState {
        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(until);
        }
    }

    /** Kept in time (已兑现). */
    record Kept(Instant at, Grade grade) implements PromiseState {}

    /** The deadline passed (已违约); it may still be made good. */
    record Broken(Instant at) implements PromiseState {}

    /** Made good after the deadline (逾期完成): broken all the same. */
    record KeptLate(Instant brokenAt, Instant at, Grade grade) implements PromiseState {}

    /** No longer owed (不再适用), for instance a visit after a fault was solved by telephone. */
    record Waived(Instant at, String reason) implements PromiseState {}

    @Override
    default Optional<Instant> dueAt() {
        return Optional.empty();
    }

    @Override
    default boolean over() {
        return switch (this) {
            case Running _, Paused _ -> false;
            case Broken _ -> false;
            case Kept _ -> true;
            case KeptLate _ -> true;
            case Waived _ -> true;
        };
    }
}
