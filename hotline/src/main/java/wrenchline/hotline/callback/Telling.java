package wrenchline.hotline.callback;

import wrenchline.core.callback.CallbackEffect;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.transition.Transition;

/** Where the telephone tells what happened; {@link wrenchline.core.desk.CallbackDesk#tell} is it. */
public interface Telling {

    /** Applies {@code event}; one that comes late or twice is ignored. */
    Transition<CallbackState, CallbackEffect> tell(CallbackId callback, CallbackEvent event);
}
