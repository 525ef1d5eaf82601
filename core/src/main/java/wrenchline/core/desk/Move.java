package wrenchline.core.desk;

import java.time.Instant;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Timed;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** Applies one event: asks the machine, and keeps state and event together. */
final class Move {

    private Move() {}

    static <I, F, S extends Timed, E, X> Transition<S, X> apply(
            StateMachine<F, S, E, X> machine, Book<I, F, S, E> book, Tracked<F, S> before, E event, Instant now) {
        Transition<S, X> transition = machine.on(before.facts(), before.state(), event, now);
        if (transition instanceof Transition.Moved<S, X>(S next, var unused)) {
            book.record(before, event, next, now);
        }
        return transition;
    }
}
