package wrenchline.core.transition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The book that keeps one kind of tracked thing together with its events. All calls belong to the transaction of the
 * {@code Books} that handed the book out.
 *
 * @param <I> the identifier
 */
public interface Book<I, F, S extends Timed, E> {

    /** Finds and locks one for change until the transaction ends. */
    Optional<Tracked<F, S>> find(I id);

    /** Looks at one without locking it, for those who only show it. */
    Optional<Tracked<F, S>> look(I id);

    /** Enters a new one in its initial state. */
    void open(F facts, S initial, Instant at);

    /** Enters several at once, each in its initial state. */
    default void open(List<F> several, Function<F, S> initial, Instant at) {
        several.forEach(facts -> open(facts, initial.apply(facts), at));
    }

    /**
     * Keeps the next state and the event that led to it.
     *
     * @throws StaleVersion when somebody else changed it since it was read
     */
    void record(Tracked<F, S> before, E event, S after, Instant at);

    /** Those whose state is due at {@code now}, locked, oldest first; those that another transaction holds are left out. */
    List<Tracked<F, S>> due(Instant now, int atMost);

    /** The one that is due longest at {@code now}, not locked. */
    Optional<Tracked<F, S>> longestDue(Instant now);

    /** All events of one, oldest first. */
    List<Dated<E>> events(I id);

    /** Everything in the book, for the recomputation of states from events. */
    List<I> all();

    /** Somebody else changed the row first; the use case is to be run again. */
    final class StaleVersion extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StaleVersion(String what) {
            super("recording an event for " + what + ": it was changed by somebody else meanwhile");
        }
    }
}
