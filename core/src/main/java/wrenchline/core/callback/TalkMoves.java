package wrenchline.core.callback;

import static wrenchline.core.callback.CallbackMachine.isDue;
import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import wrenchline.core.callback.CallbackState.Cancelled;
import wrenchline.core.callback.CallbackState.Confirming;
import wrenchline.core.callback.CallbackState.Connecting;
import wrenchline.core.callback.CallbackState.Done;
import wrenchline.core.callback.CallbackState.Talking;
import wrenchline.core.promise.Grade;
import wrenchline.core.transition.Transition;

/** The moves of a callback that somebody has accepted: the customer is rung, they talk, the customer confirms. */
record TalkMoves(Callback facts, Instant now) {

    Transition<CallbackState, CallbackEffect> connecting(Connecting state, CallbackEvent event) {
        return switch (event) {
            case CallbackEvent.Bridged(AttemptId attempt)
            when attempt.equals(state.attempt()) ->
                to(new Talking(attempt, state.staff(), now, state.step(), state.failures()));
            // A bridge too short for its beginning to be seen.
            case CallbackEvent.BridgeEnded(AttemptId attempt, Instant from, Instant until)
            when attempt.equals(state.attempt()) ->
                Steps.talked(facts, attempt, state.staff(), from, until, state.step(), state.failures(), now);
            case CallbackEvent.CustomerNotReached(AttemptId attempt, var unused)
            when attempt.equals(state.attempt()) -> retry(state);
            case CallbackEvent.Lost(AttemptId attempt) when attempt.equals(state.attempt()) -> retry(state);
            case CallbackEvent.ClockRead() -> isDue(state.expires(), now) ? retry(state) : ignore("not due yet");
            case CallbackEvent.AcceptedBySms _, CallbackEvent.Accepted _ -> ignore("somebody accepted already");
            case CallbackEvent.Cancelled(String reason) -> to(new Cancelled(now, reason));
            case CallbackEvent.NotAccepted _ -> ignore("that offer is over");
            case CallbackEvent.TakenOver _,
                    CallbackEvent.Alarmed _,
                    CallbackEvent.CallsThemself _,
                    CallbackEvent.ToldByStaff _,
                    CallbackEvent.ConfirmedBySms _,
                    CallbackEvent.DeniedBySms _ -> ignore("the customer is being rung");
            case CallbackEvent.Confirmed _, CallbackEvent.NotConfirmed _ -> ignore("they have not talked yet");
            case CallbackEvent.CustomerNotReached _,
                    CallbackEvent.Bridged _,
                    CallbackEvent.BridgeEnded _,
                    CallbackEvent.Lost _ -> ignore("another attempt");
        };
    }

    Transition<CallbackState, CallbackEffect> talking(Talking state, CallbackEvent event) {
        return switch (event) {
            case CallbackEvent.BridgeEnded(AttemptId attempt, Instant from, Instant until)
            when attempt.equals(state.attempt()) ->
                Steps.talked(facts, attempt, state.staff(), from, until, state.step(), state.failures(), now);
            case CallbackEvent.Lost(AttemptId attempt)
            when attempt.equals(state.attempt()) ->
                Steps.retry(facts, state.staff(), state.step(), state.failures(), now);
            case CallbackEvent.Cancelled(String reason) -> to(new Cancelled(now, reason));
            case CallbackEvent.BridgeEnded _, CallbackEvent.Lost _ -> ignore("another attempt");
            case CallbackEvent.ClockRead() ->
                isDue(state.since().plus(CallbackMachine.LONGEST_TALK), now)
                        ? Steps.retry(facts, state.staff(), state.step(), state.failures(), now)
                        : ignore("they are talking");
            case CallbackEvent.AcceptedBySms _,
                    CallbackEvent.TakenOver _,
                    CallbackEvent.Alarmed _,
                    CallbackEvent.CallsThemself _,
                    CallbackEvent.ToldByStaff _,
                    CallbackEvent.ConfirmedBySms _,
                    CallbackEvent.DeniedBySms _,
                    CallbackEvent.Accepted _,
                    CallbackEvent.NotAccepted _,
                    CallbackEvent.CustomerNotReached _,
                    CallbackEvent.Bridged _,
                    CallbackEvent.Confirmed _,
                    CallbackEvent.NotConfirmed _ -> ignore("they are talking");
        };
    }

    Transition<CallbackState, CallbackEffect> confirming(Confirming state, CallbackEvent event) {
        return switch (event) {
            case CallbackEvent.Confirmed(AttemptId attempt, String key)
            when attempt.equals(state.attempt()) -> done(state, Grade.A);
            case CallbackEvent.NotConfirmed(AttemptId attempt)
            when attempt.equals(state.attempt()) -> done(state, Grade.B);
            case CallbackEvent.Lost(AttemptId attempt) when attempt.equals(state.attempt()) -> done(state, Grade.B);
            case CallbackEvent.ClockRead() ->
                isDue(state.expires(), now) ? done(state, Grade.B) : ignore("not due yet");
            case CallbackEvent.Cancelled(String reason) -> to(new Cancelled(now, reason));
            case CallbackEvent.Confirmed _, CallbackEvent.NotConfirmed _, CallbackEvent.Lost _ ->
                ignore("another attempt");
            case CallbackEvent.AcceptedBySms _,
                    CallbackEvent.TakenOver _,
                    CallbackEvent.Alarmed _,
                    CallbackEvent.CallsThemself _,
                    CallbackEvent.ToldByStaff _,
                    CallbackEvent.ConfirmedBySms _,
                    CallbackEvent.DeniedBySms _,
                    CallbackEvent.Accepted _,
                    CallbackEvent.NotAccepted _,
                    CallbackEvent.CustomerNotReached _,
                    CallbackEvent.Bridged _,
                    CallbackEvent.BridgeEnded _ -> ignore("they have talked");
        };
    }

    private Transition<CallbackState, CallbackEffect> retry(Connecting state) {
        return Steps.retry(facts, state.staff(), state.step(), state.failures(), now);
    }

    private static Transition<CallbackState, CallbackEffect> done(Confirming state, Grade grade) {
        return to(
                new Done(state.attempt(), state.staff(), state.proved(), grade),
                new CallbackEffect.Fulfil(grade, state.proved(), state.staff()));
    }
}
