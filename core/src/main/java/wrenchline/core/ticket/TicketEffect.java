package wrenchline.core.ticket;

/** What a ticket's change asks for. */
public sealed interface TicketEffect {

    /** Somebody responded: the response promise is kept. */
    record ResponseGiven(Actor by) implements TicketEffect {}

    /** Somebody is on site: the arrival promise is kept. */
    record ArrivalSeen(Actor by) implements TicketEffect {}

    /** It was solved without a visit: the arrival promise is waived. */
    record SolvedRemotely(Actor by) implements TicketEffect {}

    /** An engineer said whether there was anything: it counts for what is raised from now on. */
    record VerdictGiven(Verdict verdict) implements TicketEffect {}

    /** The engineer refused: the next one is to be asked. */
    record AskNext(Actor refusedBy) implements TicketEffect {}
}
