package wrenchline.core.callback;

import static wrenchline.core.transition.Transition.ignore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wrenchline.core.callback.CallbackState.Connecting;
import wrenchline.core.callback.CallbackState.Offering;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.transition.Transition;

/** The moves of a callback while staff are being rung. The first to accept gets it; the others are released. */
record OfferingMoves(Callback facts, Offering state, Instant now) {

    Transition<CallbackState, CallbackEffect> on(CallbackEvent event) {
        return switch (event) {
            case CallbackEvent.Accepted(AttemptId attempt, String keys) -> accept(attempt, keys);
            case CallbackEvent.NotAccepted(AttemptId attempt, CallbackEvent.Failure how) -> drop(attempt, how);
            case CallbackEvent.Lost(AttemptId attempt) -> drop(attempt, CallbackEvent.Failure.LOST);
            case CallbackEvent.ClockRead() -> clock();
            case CallbackEvent.AcceptedBySms(var staff) ->
                Steps.offer(facts, state.offers(), List.of(staff), state.step(), state.failures(), now);
            case CallbackEvent.TakenOver(StaffMember staff) -> takeOver(staff);
            case CallbackEvent.Alarmed(List<StaffMember> people) -> alarm(people);
            case CallbackEvent.CallsThemself(StaffMember staff) ->
                Steps.ownCall(staff, state.offers(), state.step(), state.failures(), now);
            case CallbackEvent.ToldByStaff(StaffMember staff) ->
                Steps.claim(staff, state.offers(), state.step(), state.failures(), now);
            case CallbackEvent.CustomerNotReached _,
                    CallbackEvent.Bridged _,
                    CallbackEvent.BridgeEnded _,
                    CallbackEvent.ConfirmedBySms _,
                    CallbackEvent.DeniedBySms _,
                    CallbackEvent.Confirmed _,
                    CallbackEvent.NotConfirmed _ -> ignore("nobody accepted yet");
            case CallbackEvent.Cancelled(String reason) ->
                new Transition.Moved<>(new CallbackState.Cancelled(now, reason), Steps.release(state.offers()));
        };
    }

    private Transition<CallbackState, CallbackEffect> accept(AttemptId attempt, String keys) {
        if (!keys.equals(attempt.acceptKeys())) {
            return ignore("wrong keys");
        }
        return state.offer(attempt)
                .<Transition<CallbackState, CallbackEffect>>map(accepted -> {
                    Instant expires = now.plus(facts.ringFor()).plus(CallbackMachine.PATIENCE);
                    List<CallbackEffect> release = Steps.release(others(accepted));
                    return new Transition.Moved<>(
                            new Connecting(attempt, accepted.staff(), expires, state.step(), state.failures()),
                            release);
                })
                .orElseGet(() -> ignore("that offer is over"));
    }

    /** Only {@code staff} is rung from here on; where their telephone rings already, it goes on ringing. */
    private Transition<CallbackState, CallbackEffect> takeOver(StaffMember staff) {
        List<Offer> kept = state.offers().stream()
                .filter(offer -> offer.staff().id().equals(staff.id()))
                .toList();
        List<Offer> released = new ArrayList<>(state.offers());
        released.removeAll(kept);
        return Steps.prepend(
                Steps.release(released), Steps.offer(facts, kept, List.of(staff), state.step(), state.failures(), now));
    }

    private Transition<CallbackState, CallbackEffect> alarm(List<StaffMember> people) {
        List<StaffMember> more = people.stream()
                .filter(person -> state.offers().stream()
                        .noneMatch(offer -> offer.staff().id().equals(person.id())))
                .toList();
        return more.isEmpty()
                ? ignore("all of them are being rung")
                : Steps.prepend(
                        Steps.tell(more),
                        Steps.offer(facts, state.offers(), more, state.step(), state.failures(), now));
    }

    private List<Offer> others(Offer one) {
        return state.offers().stream().filter(other -> !other.equals(one)).toList();
    }

    private Transition<CallbackState, CallbackEffect> drop(AttemptId attempt, CallbackEvent.Failure how) {
        return state.offer(attempt).map(dropped -> drop(dropped, how)).orElseGet(() -> ignore("that offer is over"));
    }

    private Transition<CallbackState, CallbackEffect> drop(Offer dropped, CallbackEvent.Failure how) {
        List<Offer> left = others(dropped);
        if (!left.isEmpty() || how != CallbackEvent.Failure.ENGAGED) {
            return Transition.to(settle(left));
        }
        return Steps.engaged(facts, dropped.staff(), state.step(), state.failures(), now);
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
