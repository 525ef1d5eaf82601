package wrenchline.core.complaint;

import java.time.Instant;
import java.util.Optional;
import wrenchline.core.transition.Timed;

/** The states of a complaint (投诉状态). */
public sealed interface ComplaintState extends Timed {

    Course course();

    /** The number of the next step of the ladder. */
    int step();

    /** Something remains to be done about it. */
    sealed interface Unsettled extends ComplaintState {

        /** When the ladder began to count, or stopped. */
        Instant since();

        /** When somebody is told, or reminded. */
        Instant next();

        /** The same with what else it has become. */
        Unsettled with(Course other);
    }

    /**
     * Somebody has to answer it (处理中).
     *
     * @param since when it was received, or objected to; the ladder counts from there
     * @param next when the step is taken
     */
    record Open(Course course, int step, Instant since, Instant next) implements Unsettled {
        @Override
        public Open with(Course other) {
            return new Open(other, step, since, next);
        }
    }

    /**
     * Its customer was told what comes of it, and has not said whether that is enough (已答复).
     *
     * @param next when somebody is reminded to ask
     */
    record Answered(Course course, int step, Instant at, Instant next) implements Unsettled {
        @Override
        public Instant since() {
            return at;
        }

        @Override
        public Answered with(Course other) {
            return new Answered(other, step, at, next);
        }
    }

    /** Its customer is content (已了结). */
    record Settled(Course course, int step, Instant at) implements ComplaintState {}

    @Override
    default Optional<Instant> dueAt() {
        return switch (this) {
            case Unsettled unsettled -> Optional.of(unsettled.next());
            case Settled _ -> Optional.empty();
        };
    }

    @Override
    default boolean over() {
        return this instanceof Settled;
    }
}
