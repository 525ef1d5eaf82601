package wrenchline.core.transition;

import java.util.List;

/** Recomputes a state from its events. */
public final class Replay {

    private Replay() {}

    /** The state to which {@code events} lead from the beginning. Ignored events change nothing. */
    public static <F, S extends Timed, E, X> S of(StateMachine<F, S, E, X> machine, F facts, List<Dated<E>> events) {
        S state = machine.initial(facts);
        for (Dated<E> dated : events) {
            state = switch (machine.on(facts, state, dated.event(), dated.at())) {
                case Transition.Moved<S, X>(S next, var unused) -> next;
                case Transition.Ignored<S, X> _ -> state;
            };
        }
        return state;
    }
}
