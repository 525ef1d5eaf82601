package wrenchline.core.desk;

import java.time.Instant;
import java.util.Optional;
import wrenchline.core.call.CallId;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.equipment.Severity;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.Promise;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;

/** Takes what a caller reported. */
public final class CallDesk {

    /** The failure mode of a ticket that began with a call and was not examined yet. */
    public static final String REPORTED_BY_CALLER = "REPORTED_BY_CALLER";

    private final Desk desk;

    public CallDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * What the caller is told.
     *
     * @param deadline until when we call back
     * @param joined whether the call joined a ticket that was open; its clock runs on
     */
    public record Taken(TicketId ticket, Instant deadline, boolean joined) {}

    /**
     * Opens a ticket with its promises and the callback, or joins the open one of the same number. Reporting the same call again
     * changes nothing.
     *
     * @param number where the caller wants to be called
     * @param equipmentCode as keyed in; empty when skipped
     * @param began when the call came in: the clock starts there
     */
    public Taken report(CallId call, String number, String language, String equipmentCode, Instant began) {
        String dialled = PhoneNumber.normalise(number);
        if (dialled.isEmpty()) {
            throw new IllegalArgumentException("reporting call " + call + ": '" + number + "' is no number to call");
        }
        return desk.transactions().call(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            var received = new Evidence.CallReceived(call.value(), number, dialled, began);
            return books.tickets()
                    .openFor("caller/" + dialled)
                    .map(open -> join(turn, open, received, language))
                    .orElseGet(() -> open(turn, received, language, equipmentCode));
        });
    }

    private Taken join(Turn turn, Tracked<Ticket, TicketState> open, Evidence.CallReceived call, String language) {
        Ticket ticket = open.facts();
        CallId callId = new CallId(call.call());
        boolean known = ticket.origin() instanceof Origin.Telephone(CallId first, var unused) && first.equals(callId);
        if (!known) {
            turn.ticket(open, new TicketEvent.CalledAgain(callId));
        }
        Optional<Tracked<Callback, CallbackState>> owed =
                turn.books().callbacks().openFor(ticket.id());
        if (owed.isPresent()) {
            Instant deadline = turn.books()
                    .promises()
                    .find(owed.get().facts().promise())
                    .map(promise -> promise.facts().deadline())
                    .orElseThrow();
            return new Taken(ticket.id(), deadline, true);
        }
        Promise promise = new Opening(turn).callback(ticket, call, language);
        return new Taken(ticket.id(), promise.deadline(), true);
    }

    private Taken open(Turn turn, Evidence.CallReceived call, String language, String equipmentCode) {
        Books books = turn.books();
        Equipment equipment = equipmentCode.isEmpty()
                ? null
                : books.register().byPhoneCode(equipmentCode).orElse(null);
        Customer customer = books.register().byPhone(call.number()).orElse(null);
        Ticket ticket = new Ticket(
                books.tickets().next(),
                "caller/" + call.number(),
                equipment == null ? null : equipment.id(),
                customer == null ? null : customer.id(),
                REPORTED_BY_CALLER,
                Severity.MAJOR,
                new Origin.Telephone(new CallId(call.call()), call.number()),
                call.at());
        Opening opening = new Opening(turn);
        opening.ticket(ticket);
        Promise promise = opening.callback(ticket, call, language);
        return new Taken(ticket.id(), promise.deadline(), false);
    }
}
