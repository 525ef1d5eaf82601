package wrenchline.core.transition;

import java.util.List;

/**
 * What an event does to a state. A late or repeated event is {@link Ignored}, never an exception.
 *
 * @param <S> the sealed type of states
 * @param <X> the sealed type of effects
 */
public sealed interface Transition<S, X> {

    /** The event applies: the next state, and what must be done once it is committed, in order. */
    record Moved<S, X>(S state, List<X> effects) implements Transition<S, X> {
        public Moved {
            effects = List.copyOf(effects);
        }
    }

    /** The event does not apply in this state; {@code reason} says why, for the log. */
    record Ignored<S, X>(String reason) implements Transition<S, X> {}

    /** Moves to {@code state} and asks for nothing. */
    static <S, X> Transition<S, X> to(S state) {
        return new Moved<>(state, List.of());
    }

    /** Moves to {@code state} and asks for {@code effect}. */
    static <S, X> Transition<S, X> to(S state, X effect) {
        return new Moved<>(state, List.of(effect));
    }

    /** Moves to {@code state} and asks for both effects, in order. */
    static <S, X> Transition<S, X> to(S state, X first, X second) {
        return new Moved<>(state, List.of(first, second));
    }

    /** Stays as it is, because of {@code reason}. */
    static <S, X> Transition<S, X> ignore(String reason) {
        return new Ignored<>(reason);
    }
}
