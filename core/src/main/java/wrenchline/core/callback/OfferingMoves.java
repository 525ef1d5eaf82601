package wrenchline.core.callback;

import static wrenchline.core.transition.Transition.ignore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wrenchline.core.callback.CallbackState.Connecting;
import wrenchline.core.callback.CallbackState.Offering;
import wrenchline.core.transition.Transition;

/** The moves of a callback while staff are being rung. The first to accept gets it; the others are released. */
record OfferingMoves(Callback facts, Offering state, Instant now) {

    Transition<CallbackState, CallbackEffect> on(CallbackEvent event) {
        return switch (event) {
            case CallbackEvent.Accepted(AttemptId attempt, String keys) -> accept(attempt, keys);
            case CallbackEvent.NotAccepted(AttemptId attempt, var unused) -> drop(attempt);
            case CallbackEvent.Lost(AttemptId attempt) -> drop(attempt);
            case CallbackEvent.ClockRead() -> clock();
            case CallbackEvent.AcceptedBySms(var staff) ->
                Steps.offer(facts, state.offers(), List.of(staff), state.step(), state.failures(), now);
            case CallbackEvent.CustomerNotReached _,
                    CallbackEvent.Bridged _,
                    CallbackEvent.BridgeEnded _,
                    CallbackEvent.Confirmed _,
                    CallbackEvent.NotConfirmed _ -> ignore("nobody accepted yet");
            case CallbackEvent.Cancelled(String reason) -> cancel(reason);
        };
    }

    private Transition<CallbackState, CallbackEffect> accept(AttemptId attempt, String keys) {
        if (!keys.equals(attempt.acceptKeys())) {
            return ignore("wrong keys");
        }
        return state.offer(attempt)
                .<Transition<CallbackState, CallbackEffect>>map(accepted -> {
                    Instant expires = now.plus(facts.ringFor()).plus(CallbackMachine.PATIENCE);
                    List<CallbackEffect> release = state.offers().stream()
                            .filter(other -> !other.equals(accepted))
                            .<CallbackEffect>map(other -> new CallbackEffect.HangUp(other.attempt()))
                            .toList();
                    return new Transition.Moved<>(
                            new Connecting(attempt, accepted.staff(), expires, state.step(), state.failures()),
                            release);
                })
                .orElseGet(() -> ignore("that offer is over"));
    }

    private Transition<CallbackState, CallbackEffect> cancel(String reason) {
        List<CallbackEffect> release = state.offers().stream()
                .<CallbackEffect>map(offer -> new CallbackEffect.HangUp(offer.attempt()))
                .toList();
        return new Transition.Moved<>(new CallbackState.Cancelled(now, reason), release);
    }

    private Transition<CallbackState, CallbackEffect> drop(AttemptId attempt) {
        if (state.offer(attempt).isEmpty()) {
            return ignore("that offer is over");
        }
        List<Offer> left = state.offers().stream()
                .filter(offer -> !offer.attempt().equals(attempt))
                .toList();
        return Transition.to(settle(left));
    }

    private Transition<CallbackState, CallbackEffect> clock() {
        List<Offer> live = new ArrayList<>();
        List<CallbackEffect> hangUps = new ArrayList<>();
        for (Offer offer : state.offers()) {
            if (CallbackMachine.isDue(offer.expires(), now)) {
                hangUps.add(new CallbackEffect.HangUp(offer.attempt()));
            } else {
                live.add(offer);
            }
        }
        if (CallbackMachine.isDue(state.next(), now)) {
            return Steps.prepend(hangUps, Steps.climb(facts, live, state.step(), state.failures(), now));
        }
        return hangUps.isEmpty() ? ignore("not due yet") : new Transition.Moved<>(settle(live), hangUps);
    }

    private CallbackState settle(List<Offer> left) {
        return left.isEmpty()
                ? Steps.waiting(facts, state.step(), state.failures())
                : new Offering(left, state.step(), state.failures(), state.next());
    }
}
