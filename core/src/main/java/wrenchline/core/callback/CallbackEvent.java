package wrenchline.core.callback;

import java.time.Instant;
import java.util.List;
import wrenchline.core.duty.StaffMember;

/** What happens to a callback. Events of a leg name its attempt, so that a late one harms nothing. */
public sealed interface CallbackEvent {

    /** The sweep looked at the clock. */
    record ClockRead() implements CallbackEvent {}

    /** The one who was rung pressed the accepting keys. */
    record Accepted(AttemptId attempt, String keys) implements CallbackEvent {}

    /** The one who was rung will not or cannot take it. */
    record NotAccepted(AttemptId attempt, Failure how) implements CallbackEvent {}

    /** A member of staff took it by SMS and is to be rung at once. */
    record AcceptedBySms(StaffMember staff) implements CallbackEvent {}

    /** An operator takes it over for {@code staff}: whoever else is being rung is released (人工接管). */
    record TakenOver(StaffMember staff) implements CallbackEvent {}

    /** The customer is in danger: all these people are rung at once (紧急). */
    record Alarmed(List<StaffMember> people) implements CallbackEvent {
        public Alarmed {
            people = List.copyOf(people);
        }
    }

    /** A member of staff will call the customer from a telephone of their own (自行回电). */
    record CallsThemself(StaffMember staff) implements CallbackEvent {}

    /** A member of staff says to have talked to the customer from a telephone of their own (已自行回电). */
    record ToldByStaff(StaffMember staff) implements CallbackEvent {}

    /** The customer confirms by SMS what a member of staff said. */
    record ConfirmedBySms() implements CallbackEvent {}

    /** The customer says by SMS that nobody has called. */
    record DeniedBySms() implements CallbackEvent {}

    /** The customer was not reached. */
    record CustomerNotReached(AttemptId attempt, Failure how) implements CallbackEvent {}

    /** Both legs are in one bridge. */
    record Bridged(AttemptId attempt) implements CallbackEvent {}

    /** The bridge ended; both legs were in it from {@code from} to {@code to} (the overlap). */
    record BridgeEnded(AttemptId attempt, Instant from, Instant to) implements CallbackEvent {}

    /** The customer pressed the confirming key. */
    record Confirmed(AttemptId attempt, String key) implements CallbackEvent {}

    /** The customer will not confirm: hung up, pressed nothing, or said no. */
    record NotConfirmed(AttemptId attempt) implements CallbackEvent {}

    /** The legs of the attempt are gone and nobody saw how they ended. */
    record Lost(AttemptId attempt) implements CallbackEvent {}

    /** Nobody wants it any more. */
    record Cancelled(String reason) implements CallbackEvent {}

    /** Why a leg came to nothing. */
    enum Failure {
        BUSY,
        NO_ANSWER,
        /** Refused by the network or by hand. */
        REJECTED,
        /** The number cannot be dialled. */
        UNREACHABLE,
        /** Answered, but the accepting keys did not come: a voicemail, silence, or wrong keys. */
        NOT_ACCEPTED,
        /** Answered and hung up. */
        HUNG_UP,
        /** Not rung at all: another callback has them on the line (占线). */
        ENGAGED,
        /** Its end was never seen. */
        LOST
    }
}
