package wrenchline.core.ticket;

import wrenchline.core.call.CallId;
import wrenchline.core.detection.Finding;

/** What happens to a ticket. */
public sealed interface TicketEvent {

    /** Somebody takes it (接单). */
    record Accepted(Actor by) implements TicketEvent {}

    /** Somebody who was asked will not take it (拒单). */
    record Refused(Actor by, String reason) implements TicketEvent {}

    /** Somebody arrived at the equipment (到场). */
    record Arrived(Actor by) implements TicketEvent {}

    /** The fault is mended. */
    record Resolved(Actor by, String how) implements TicketEvent {}

    record Closed(Actor by) implements TicketEvent {}

    /** An engineer says whether there was anything; may be said again, also when it is closed, and the last word counts. */
    record Judged(Actor by, Verdict verdict) implements TicketEvent {}

    /** The same failure was found again while the ticket is open. */
    record FoundAgain(Finding.Raised finding) implements TicketEvent {}

    /** The failure went away by itself. */
    record WentAway(Finding.Cleared finding) implements TicketEvent {}

    /** The customer called again about it. */
    record CalledAgain(CallId call) implements TicketEvent {}
}
