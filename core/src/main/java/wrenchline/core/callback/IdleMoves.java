package wrenchline.core.callback;

import static wrenchline.core.callback.CallbackMachine.isDue;
import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import java.util.List;
import wrenchline.core.callback.CallbackState.Cancelled;
import wrenchline.core.callback.CallbackState.Claimed;
import wrenchline.core.callback.CallbackState.Done;
import wrenchline.core.callback.CallbackState.OwnPhone;
import wrenchline.core.callback.CallbackState.Retrying;
import wrenchline.core.callback.CallbackState.Waiting;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.promise.Grade;
import wrenchline.core.transition.Transition;

/** The moves of a callback while nobody is on the line. */
record IdleMoves(Callback facts, Instant now) {

    Transition<CallbackState, CallbackEffect> waiting(Waiting state, CallbackEvent event) {
        return event instanceof CallbackEvent.ClockRead
                ? isDue(state.next(), now)
                        ? Steps.climb(facts, List.of(), state.step(), state.failures(), now)
                        : ignore("not due yet")
                : called(event, state.step(), state.failures());
    }

    Transition<CallbackState, CallbackEffect> retrying(Retrying state, CallbackEvent event) {
        if (event instanceof CallbackEvent.NotAccepted(var unused, CallbackEvent.Failure how)
                && how == CallbackEvent.Failure.ENGAGED
                && isDue(state.at(), now)) {
            return Steps.engaged(facts, state.staff(), state.step(), state.failures(), now);
        }
        if (!(event instanceof CallbackEvent.ClockRead)) {
            return called(event, state.step(), state.failures());
        }
        if (isDue(state.at(), now)) {
            return ring(List.of(state.staff()), state.step(), state.failures());
        }
        if (isDue(state.late(), now)) {
            int after = Steps.customerStep(facts, state.step()).orElse(state.step()) + 1;
            return to(
                    new Retrying(state.staff(), state.at(), null, after, state.failures()), Steps.tellLate(facts, now));
        }
        return ignore("not due yet");
    }

    /** Nothing was heard of the call: whoever wanted to make it is rung, and the ladder goes on. */
    Transition<CallbackState, CallbackEffect> ownPhone(OwnPhone state, CallbackEvent event) {
        return event instanceof CallbackEvent.ClockRead
                ? isDue(state.until(), now)
                        ? ring(List.of(state.staff()), state.step(), state.failures())
                        : ignore("not due yet")
                : called(event, state.step(), state.failures());
    }

    Transition<CallbackState, CallbackEffect> claimed(Claimed state, CallbackEvent event) {
        return switch (event) {
            case CallbackEvent.ConfirmedBySms() -> confirmed(state);
            case CallbackEvent.DeniedBySms() -> ring(List.of(state.staff()), state.step(), state.failures());
            case CallbackEvent.ClockRead() ->
                isDue(state.until(), now)
                        ? ring(List.of(state.staff()), state.step(), state.failures())
                        : ignore("not due yet");
            case CallbackEvent.ToldByStaff _, CallbackEvent.CallsThemself _ -> ignore("the customer was asked already");
            case CallbackEvent.AcceptedBySms _,
                    CallbackEvent.TakenOver _,
                    CallbackEvent.Alarmed _,
                    CallbackEvent.Cancelled _,
                    CallbackEvent.Accepted _,
                    CallbackEvent.NotAccepted _,
                    CallbackEvent.CustomerNotReached _,
                    CallbackEvent.Bridged _,
                    CallbackEvent.BridgeEnded _,
                    CallbackEvent.Confirmed _,
                    CallbackEvent.NotConfirmed _,
                    CallbackEvent.Lost _ -> called(event, state.step(), state.failures());
        };
    }

    private Transition<CallbackState, CallbackEffect> confirmed(Claimed state) {
        AttemptId own = AttemptId.of(facts.id(), "own-telephone", state.said());
        return to(
                new Done(own, state.staff(), state.said(), Grade.C),
                new CallbackEffect.Fulfil(Grade.C, state.said(), state.staff()));
    }

    /** What people do; what a telephone tells is of an attempt that is over. */
    private Transition<CallbackState, CallbackEffect> called(CallbackEvent event, int step, int failures) {
        return switch (event) {
            case CallbackEvent.AcceptedBySms(StaffMember staff) -> ring(List.of(staff), step, failures);
            case CallbackEvent.TakenOver(StaffMember staff) -> ring(List.of(staff), step, failures);
            case CallbackEvent.Alarmed(List<StaffMember> people) ->
                Steps.prepend(Steps.tell(people), ring(people, step, failures));
            case CallbackEvent.CallsThemself(StaffMember staff) -> Steps.ownCall(staff, List.of(), step, failures, now);
            case CallbackEvent.ToldByStaff(StaffMember staff) -> Steps.claim(staff, List.of(), step, failures, now);
            case CallbackEvent.Cancelled(String reason) -> to(new Cancelled(now, reason));
            case CallbackEvent.ClockRead _ -> ignore("not due yet");
            case CallbackEvent.ConfirmedBySms _, CallbackEvent.DeniedBySms _ ->
                ignore("nobody said that they had called");
            case CallbackEvent.Accepted _,
                    CallbackEvent.NotAccepted _,
                    CallbackEvent.CustomerNotReached _,
                    CallbackEvent.Bridged _,
                    CallbackEvent.BridgeEnded _,
                    CallbackEvent.Confirmed _,
                    CallbackEvent.NotConfirmed _,
                    CallbackEvent.Lost _ -> ignore("nobody is being rung");
        };
    }

    private Transition<CallbackState, CallbackEffect> ring(List<StaffMember> people, int step, int failures) {
        return people.isEmpty()
                ? ignore("there is nobody to ring")
                : Steps.offer(facts, List.of(), people, step, failures, now);
    }
}
