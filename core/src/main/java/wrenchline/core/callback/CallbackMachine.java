package wrenchline.core.callback;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.callback.CallbackState.Cancelled;
import wrenchline.core.callback.CallbackState.Confirming;
import wrenchline.core.callback.CallbackState.Connecting;
import wrenchline.core.callback.CallbackState.Done;
import wrenchline.core.callback.CallbackState.Offering;
import wrenchline.core.callback.CallbackState.Retrying;
import wrenchline.core.callback.CallbackState.Talking;
import wrenchline.core.callback.CallbackState.Waiting;
import wrenchline.core.promise.Grade;
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

    @Override
    public CallbackState initial(Callback facts) {
        return Steps.waiting(facts, 0, 0);
    }

    @Override
    public Transition<CallbackState, CallbackEffect> on(
            Callback facts, CallbackState state, CallbackEvent event, Instant now) {
        return switch (state) {
            case Waiting waiting -> waiting(facts, waiting, event, now);
            case Offering offering -> new OfferingMoves(facts, offering, now).on(event);
            case Connecting connecting -> connecting(facts, connecting, event, now);
            case Talking talking -> talking(facts, talking, event, now);
            case Confirming confirming -> confirming(confirming, event, now);
            case Retrying retrying -> retrying(facts, retrying, event, now);
            case Done _ -> ignore("already done");
            case Cancelled _ -> ignore("already cancelled");
        };
    }

    private static Transition<CallbackState, CallbackEffect> waiting(
            Callback facts, Waiting state, CallbackEvent event, Instant now) {
        return switch (event) {
            case CallbackEvent.ClockRead() ->
                isDue(state.next(), now)
                        ? Steps.climb(facts, List.of(), state.step(), state.failures(), now)
                        : ignore("not due yet");
            case CallbackEvent.AcceptedBySms(var staff) ->
                Steps.offer(facts, List.of(), List.of(staff), state.step(), state.failures(), now);
            case CallbackEvent.Accepted _,
                    CallbackEvent.NotAccepted _,
                    CallbackEvent.CustomerNotReached _,
                    CallbackEvent.Bridged _,
                    CallbackEvent.BridgeEnded _,
                    CallbackEvent.Confirmed _,
                    CallbackEvent.NotConfirmed _,
                    CallbackEvent.Lost _ -> ignore("nobody is being rung");
            case CallbackEvent.Cancelled(String reason) -> to(new Cancelled(now, reason));
        };
    }

    private static Transition<CallbackState, CallbackEffect> connecting(
            Callback facts, Connecting state, CallbackEvent event, Instant now) {
        return switch (event) {
            case CallbackEvent.Bridged(AttemptId attempt)
            when attempt.equals(state.attempt()) ->
                to(new Talking(attempt, state.staff(), now, state.step(), state.failures()));
            case CallbackEvent.CustomerNotReached(AttemptId attempt, var unused)
            when attempt.equals(state.attempt()) ->
                Steps.retry(facts, state.staff(), state.step(), state.failures(), now);
            // A bridge too short for its beginning to be seen.
            case CallbackEvent.BridgeEnded(AttemptId attempt, Instant from, Instant until)
            when attempt.equals(state.attempt()) ->
                Steps.talked(facts, attempt, state.staff(), from, until, state.step(), state.failures(), now);
            case CallbackEvent.Lost(AttemptId attempt)
            when attempt.equals(state.attempt()) ->
                Steps.retry(facts, state.staff(), state.step(), state.failures(), now);
            case CallbackEvent.ClockRead() ->
                isDue(state.expires(), now)
                        ? Steps.retry(facts, state.staff(), state.step(), state.failures(), now)
                        : ignore("not due yet");
            case CallbackEvent.AcceptedBySms _, CallbackEvent.Accepted _ -> ignore("somebody accepted already");
            case CallbackEvent.NotAccepted _ -> ignore("that offer is over");
            case CallbackEvent.CustomerNotReached _, CallbackEvent.Bridged _, CallbackEvent.BridgeEnded _ ->
                ignore("another attempt");
            case CallbackEvent.Confirmed _, CallbackEvent.NotConfirmed _ -> ignore("they have not talked yet");
            case CallbackEvent.Lost _ -> ignore("another attempt");
            case CallbackEvent.Cancelled(String reason) -> to(new Cancelled(now, reason));
        };
    }

    private static Transition<CallbackState, CallbackEffect> talking(
            Callback facts, Talking state, CallbackEvent event, Instant now) {
        return switch (event) {
            case CallbackEvent.BridgeEnded(AttemptId attempt, Instant from, Instant until)
            when attempt.equals(state.attempt()) ->
                Steps.talked(facts, attempt, state.staff(), from, until, state.step(), state.failures(), now);
            case CallbackEvent.Lost(AttemptId attempt)
            when attempt.equals(state.attempt()) ->
                Steps.retry(facts, state.staff(), state.step(), state.failures(), now);
            case CallbackEvent.ClockRead() -> ignore("they are talking");
            case CallbackEvent.AcceptedBySms _,
                    CallbackEvent.Accepted _,
                    CallbackEvent.NotAccepted _,
                    CallbackEvent.CustomerNotReached _,
                    CallbackEvent.Bridged _ -> ignore("they are talking");
            case CallbackEvent.BridgeEnded _ -> ignore("another attempt");
            case CallbackEvent.Confirmed _, CallbackEvent.NotConfirmed _ -> ignore("they are talking");
            case CallbackEvent.Lost _ -> ignore("another attempt");
            case CallbackEvent.Cancelled(String reason) -> to(new Cancelled(now, reason));
        };
    }

    private static Transition<CallbackState, CallbackEffect> confirming(
            Confirming state, CallbackEvent event, Instant now) {
        return switch (event) {
            case CallbackEvent.Confirmed(AttemptId attempt, String key)
            when attempt.equals(state.attempt()) -> done(state, Grade.A);
            case CallbackEvent.NotConfirmed(AttemptId attempt)
            when attempt.equals(state.attempt()) -> done(state, Grade.B);
            case CallbackEvent.Lost(AttemptId attempt) when attempt.equals(state.attempt()) -> done(state, Grade.B);
            case CallbackEvent.ClockRead() ->
                isDue(state.expires(), now) ? done(state, Grade.B) : ignore("not due yet");
            case CallbackEvent.AcceptedBySms _,
                    CallbackEvent.Accepted _,
                    CallbackEvent.NotAccepted _,
                    CallbackEvent.CustomerNotReached _,
                    CallbackEvent.Bridged _,
                    CallbackEvent.BridgeEnded _ -> ignore("they have talked");
            case CallbackEvent.Confirmed _, CallbackEvent.NotConfirmed _, CallbackEvent.Lost _ ->
                ignore("another attempt");
            case CallbackEvent.Cancelled(String reason) -> to(new Cancelled(now, reason));
        };
    }

    private static Transition<CallbackState, CallbackEffect> retrying(
            Callback facts, Retrying state, CallbackEvent event, Instant now) {
        return switch (event) {
            case CallbackEvent.ClockRead() ->
                isDue(state.at(), now)
                        ? Steps.offer(facts, List.of(), List.of(state.staff()), state.step(), state.failures(), now)
                        : ignore("not due yet");
            case CallbackEvent.AcceptedBySms(var staff) ->
                Steps.offer(facts, List.of(), List.of(staff), state.step(), state.failures(), now);
            case CallbackEvent.Accepted _,
                    CallbackEvent.NotAccepted _,
                    CallbackEvent.CustomerNotReached _,
                    CallbackEvent.Bridged _,
                    CallbackEvent.BridgeEnded _,
                    CallbackEvent.Confirmed _,
                    CallbackEvent.NotConfirmed _,
                    CallbackEvent.Lost _ -> ignore("waiting to try again");
            case CallbackEvent.Cancelled(String reason) -> to(new Cancelled(now, reason));
        };
    }

    private static Transition<CallbackState, CallbackEffect> done(Confirming state, Grade grade) {
        return to(
                new Done(state.attempt(), state.staff(), state.proved(), grade),
                new CallbackEffect.Fulfil(grade, state.proved(), state.staff()));
    }

    static boolean isDue(@Nullable Instant at, Instant now) {
        return at != null && !now.isBefore(at);
    }
}
