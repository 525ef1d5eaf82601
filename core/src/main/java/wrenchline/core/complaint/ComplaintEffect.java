package wrenchline.core.complaint;

import wrenchline.core.duty.StaffId;
import wrenchline.core.escalation.Step;
import wrenchline.core.ticket.Actor;

/** What a complaint's change asks for. */
public sealed interface ComplaintEffect {

    /**
     * Tell those whom the step means.
     *
     * @param atOnce by SMS and by telephone, at any hour
     */
    record Tell(Step step, boolean atOnce) implements ComplaintEffect {}

    /** Tell whoever looks after it from now on. */
    record TellOwner(StaffId owner) implements ComplaintEffect {}

    /** Remind somebody to ask the customer whether the answer is enough. */
    record AskForWord() implements ComplaintEffect {}

    /** Its ticket is done. */
    record ResolveTicket(Actor by) implements ComplaintEffect {}
}
