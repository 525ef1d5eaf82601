package wrenchline.core.callback;

import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.ticket.TicketId;

/** What the telephone system is asked to do; written in the transaction that decided it, carried out after the commit. */
public sealed interface PhoneOrder {

    /** An order that belongs to a callback. */
    sealed interface OfCallback extends PhoneOrder {
        CallbackId callback();
    }

    /** The leg; also the key that makes the order safe to repeat. */
    AttemptId attempt();

    /** Ring a member of staff, ask for the accepting keys, then ring the customer and bridge both. */
    record RingStaff(CallbackId callback, AttemptId attempt, StaffMember staff) implements OfCallback {}

    /** End the leg if it is still there. */
    record HangUp(CallbackId callback, AttemptId attempt) implements OfCallback {}

    /** Ring the customer and say that help is late. */
    record TellCustomerLate(CallbackId callback, AttemptId attempt) implements OfCallback {}

    /** Ring a member of staff, and say that the desk itself does not do what is due for a ticket. */
    record Alarm(TicketId ticket, AttemptId attempt, StaffMember staff) implements PhoneOrder {}

    /** Ring a member of staff, say which complaint cannot wait, and ask for the accepting keys. */
    record AskAboutComplaint(ComplaintId complaint, TicketId ticket, AttemptId attempt, StaffMember staff)
            implements PhoneOrder {}

    /** Ring a member of staff, read a ticket that nobody has taken, and ask for the accepting keys. */
    record AskStaff(TicketId ticket, AttemptId attempt, StaffMember staff) implements PhoneOrder {}
}
