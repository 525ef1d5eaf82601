package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.transition.Tracked;

/** A callback: its facts, and the state it is in. */
public record CallbackView(@JsonUnwrapped Callback facts, CallbackState state) {

    public static CallbackView of(Tracked<Callback, CallbackState> tracked) {
        return new CallbackView(tracked.facts(), tracked.state());
    }
}
