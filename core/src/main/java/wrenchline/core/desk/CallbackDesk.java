package wrenchline.core.desk;

import wrenchline.core.callback.CallbackEffect;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.transition.Transition;

/** What the telephone says of callbacks. */
public final class CallbackDesk {

    private final Desk desk;

    public CallbackDesk(Desk desk) {
        this.desk = desk;
    }

    /** Applies {@code event}. An event of a callback that nobody knows is ignored. */
    public Transition<CallbackState, CallbackEffect> tell(CallbackId id, CallbackEvent event) {
        return desk.transactions().call(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            return books.callbacks()
                    .find(id)
                    .map(callback -> turn.callback(callback, event))
                    .orElseGet(() -> Transition.ignore("no callback " + id));
        });
    }
}
