package wrenchline.core.callback;

import wrenchline.core.duty.StaffMember;

/** What the telephone system is asked to do; written in the transaction that decided it, carried out after the commit. */
public sealed interface PhoneOrder {

    CallbackId callback();

    /** The leg; also the key that makes the order safe to repeat. */
    AttemptId attempt();

    /** Ring a member of staff, ask for the accepting keys, then ring the customer and bridge both. */
    record RingStaff(CallbackId callback, AttemptId attempt, StaffMember staff) implements PhoneOrder {}

    /** End the leg if it is still there. */
    record HangUp(CallbackId callback, AttemptId attempt) implements PhoneOrder {}

    /** Ring the customer and say that help is late. */
    record TellCustomerLate(CallbackId callback, AttemptId attempt) implements PhoneOrder {}
}
