package wrenchline.core.ticket;

import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.Severity;

/** What a ticket's change asks for. */
public sealed interface TicketEffect {

    /** Somebody responded: the response promise is kept. */
    record ResponseGiven(Actor by) implements TicketEffect {}

    /**
     * Somebody is on site: the arrival promise is kept.
     *
     * @param proved by the customer's own code
     */
    record ArrivalSeen(Actor by, boolean proved) implements TicketEffect {}

    /** It was solved without a visit: the arrival promise is waived. */
    record SolvedRemotely(Actor by) implements TicketEffect {}

    /** What is wrong and what is to be done is written down: the diagnosis promise is kept. */
    record DiagnosisGiven(Actor by) implements TicketEffect {}

    /** Parts were swapped: the parts promise is kept. */
    record PartsSwapped(Actor by) implements TicketEffect {}

    /** It is mended: the completion promise is kept, and what was promised only in case it is needed is waived. */
    record Mended(Actor by) implements TicketEffect {}

    /** Somebody is on the way: the customer is told who comes, and what to say on arrival. */
    record TellCustomer(Actor coming) implements TicketEffect {}

    /** It was weighed: a graver one is promised more. */
    record Weighed(Severity severity) implements TicketEffect {}

    /** It is somebody's to take now. */
    record Ask(StaffId engineer) implements TicketEffect {}

    /** It is as if it had been raised again: everything is promised anew. */
    record PromiseAgain() implements TicketEffect {}

    /** What was promised here is owed by ticket {@code into} from now on. */
    record HandOver(TicketId into) implements TicketEffect {}

    /** An engineer said whether there was anything: it counts for what is raised from now on. */
    record VerdictGiven(Verdict verdict) implements TicketEffect {}

    /** The next rung of its ladder is to be reached now. */
    record HelpWanted() implements TicketEffect {}

    /** The engineer refused: the next one is to be asked. */
    record AskNext(Actor refusedBy) implements TicketEffect {}
}
