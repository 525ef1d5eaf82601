package wrenchline.core.callback;

import static wrenchline.core.transition.Transition.ignore;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wrenchline.core.callback.CallbackState.Cancelled;
import wrenchline.core.callback.CallbackState.Claimed;
import wrenchline.core.callback.CallbackState.Confirming;
import wrenchline.core.callback.CallbackState.Connecting;
import wrenchline.core.callback.CallbackState.Done;
import wrenchline.core.callback.CallbackState.Offering;
import wrenchline.core.callback.CallbackState.OwnPhone;
import wrenchline.core.callback.CallbackState.Retrying;
import wrenchline.core.callback.CallbackState.Talking;
import wrenchline.core.callback.CallbackState.Waiting;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Transition;

/**
 * How a callback moves: an engineer first, then the customer, bridged, confirmed; otherwise the next step of the ladder. Silence
 * is not acceptance, and answered is not accepted.
 */
public final class CallbackMachine implements StateMachine<Callback, CallbackState, CallbackEvent, CallbackEffect> {

    /** How long after the ringing a leg may go without a word before it is given up. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long the customer may take to press the confirming key. */
    static final Duration CONFIRMATION = Duration.ofSeconds(45);

    /** The dialplan ends a talk after two hours: of one that has not ended by then, the end cannot be entered, and it is tried again. */
    static final Duration LONGEST_TALK = Duration.ofMinutes(125);

    /** How long the customer may take to confirm by SMS before the ladder goes on. */
    static final Duration REPLY = Duration.ofMinutes(5);

    /** How long somebody has who calls from a telephone of their own, before the product rings them. */
    static final Duration OWN_CALL = Duration.ofMinutes(5);

    /** When somebody is tried again whom another callback has on the line. */
    static final Duration ENGAGED_PAUSE = Duration.ofSeconds(15);

    @Override
    public CallbackState initial(Callback facts) {
        return Steps.waiting(facts, 0, 0);
    }

    @Override
    public Transition<CallbackState, CallbackEffect> on(
            Callback facts, CallbackState state, CallbackEvent event, Instant now) {
        return switch (state) {
            case Waiting waiting -> new IdleMoves(facts, now).waiting(waiting, event);
            case Offering offering -> new OfferingMoves(facts, offering, now).on(event);
            case Connecting connecting -> new TalkMoves(facts, now).connecting(connecting, event);
            case Talking talking -> new TalkMoves(facts, now).talking(talking, event);
            case Confirming confirming -> new TalkMoves(facts, now).confirming(confirming, event);
            case Retrying retrying -> new IdleMoves(facts, now).retrying(retrying, event);
            case OwnPhone own -> new IdleMoves(facts, now).ownPhone(own, event);
            case Claimed claimed -> new IdleMoves(facts, now).claimed(claimed, event);
            case Done _ -> ignore("already done");
            case Cancelled _ -> ignore("already cancelled");
        };
    }

    static boolean isDue(@Nullable Instant at, Instant now) {
        return at != null && !now.isBefore(at);
    }
}
