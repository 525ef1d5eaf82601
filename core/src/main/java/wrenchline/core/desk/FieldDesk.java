package wrenchline.core.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.notice.TicketLinks.Pass;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEffect;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** What engineers do on the page that a link in a message opens. */
public final class FieldDesk {

    private final Desk desk;

    public FieldDesk(Desk desk) {
        this.desk = desk;
    }

    /** What {@code token} of a link allows. */
    public Optional<Pass> open(String token) {
        return desk.transactions()
                .call(books -> desk.links()
                        .open(
                                token,
                                books.rosters().current().staff().stream()
                                        .map(StaffMember::id)
                                        .toList(),
                                desk.clock().instant()));
    }

    /** Does {@code action} once, however often it is asked for with the same {@code key}; why not, or empty when it is done. */
    public String act(Pass pass, UUID key, FieldAction action) {
        return desk.transactions()
                .call(books -> books.deeds().outcome(key).orElseGet(() -> {
                    Turn turn = new Turn(desk, books, desk.clock().instant());
                    String outcome = act(turn, pass, action);
                    books.deeds().keep(key, pass.ticket(), outcome, turn.now());
                    return outcome;
                }));
    }

    /** The first event tells whether it was done; the others go with it. */
    private static String act(Turn turn, Pass pass, FieldAction action) {
        String outcome = "";
        List<TicketEvent> events = events(new Actor.Staff(pass.staff()), action);
        for (TicketEvent event : events) {
            var ticket = turn.books().tickets().find(pass.ticket());
            if (ticket.isEmpty()) {
                return "there is no such ticket";
            }
            Optional<String> refused = tell(turn, ticket.get(), event);
            if (refused.isPresent() && event.equals(events.getFirst())) {
                outcome = refused.get();
                break;
            }
        }
        return outcome;
    }

    private static Optional<String> tell(Turn turn, Tracked<Ticket, TicketState> ticket, TicketEvent event) {
        return new Obstacles(turn)
                .against(ticket.facts(), event)
                .or(() -> turn.ticket(ticket, event)
                                instanceof Transition.Ignored<TicketState, TicketEffect>(String reason)
                        ? Optional.of(reason)
                        : Optional.empty());
    }

    private static List<TicketEvent> events(Actor by, FieldAction action) {
        return switch (action) {
            case FieldAction.Accept() -> List.of(new TicketEvent.Accepted(by));
            case FieldAction.Refuse(String reason) -> List.of(new TicketEvent.Refused(by, reason));
            case FieldAction.SetOut() -> List.of(new TicketEvent.SetOut(by));
            case FieldAction.Arrive(String code) -> List.of(new TicketEvent.Arrived(by, code.isEmpty() ? null : code));
            case FieldAction.Diagnose(String finding, String solution) ->
                List.of(new TicketEvent.Diagnosed(by, finding, solution));
            case FieldAction.SwapPart(String part, String serialOut, String serialIn) ->
                List.of(new TicketEvent.PartSwapped(by, part, serialOut, serialIn));
            case FieldAction.Finish(String how, String signedBy) ->
                signedBy.isEmpty()
                        ? List.of(new TicketEvent.Resolved(by, how))
                        : List.of(
                                new TicketEvent.Resolved(by, how),
                                new TicketEvent.Confirmed(new Actor.Customer(signedBy)));
        };
    }
}
