package wrenchline.core.callback;

import java.time.Instant;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.promise.Grade;

/** What a callback's change asks for. */
public sealed interface CallbackEffect {

    /** Ring {@code staff} and ask for the accepting keys. */
    record RingStaff(AttemptId attempt, StaffMember staff) implements CallbackEffect {}

    /** End a leg that is no longer wanted. */
    record HangUp(AttemptId attempt) implements CallbackEffect {}

    /** Tell {@code staff} by SMS that a callback waits. */
    record SmsStaff(StaffMember staff) implements CallbackEffect {}

    /** Tell the customer by SMS that we called. */
    record SmsWeCalled() implements CallbackEffect {}

    /** Ask the customer by SMS whether {@code staff} called, as they say. */
    record AskCustomer(StaffMember staff) implements CallbackEffect {}

    /** The bot calls the customer and says that help is late. */
    record TellCustomerLate(AttemptId attempt) implements CallbackEffect {}

    /** The callback promise was fulfilled at {@code at}; the ticket is {@code by}'s now. */
    record Fulfil(Grade grade, Instant at, StaffMember by) implements CallbackEffect {}
}
