package wrenchline.core.transition;

import java.time.Instant;

/**
 * A pure function: the same arguments always give the same answer, so that every state can be recomputed from its
 * events.
 *
 * @param <F> the facts that never change
 * @param <S> the states
 * @param <E> the events
 * @param <X> the effects
 */
public interface StateMachine<F, S extends Timed, E, X> {

    /** The state in which {@code facts} begin. */
    S initial(F facts);

    /** What {@code event}, which happened at {@code now}, does to {@code state}. */
    Transition<S, X> on(F facts, S state, E event, Instant now);
}
