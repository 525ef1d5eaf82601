package wrenchline.core.desk;

import java.util.Optional;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;

/** What other tickets, the roster or the customer have against what somebody wants to do to a ticket; each reason in English. */
record Obstacles(Turn turn) {

    Optional<String> against(Ticket ticket, TicketEvent event) {
        return switch (event) {
            case TicketEvent.Merged(Actor _, TicketId into) -> againstMerging(into);
            case TicketEvent.Reopened _ -> againstReopening(ticket);
            case TicketEvent.Assigned assigned ->
                turn.books()
                        .rosters()
                        .current()
                        .find(assigned.to())
                        .map(staff -> new Dispatch(turn).against(staff, ticket))
                        .orElseGet(() -> Optional.of("there is nobody '" + assigned.to() + "' in the roster"));
            case TicketEvent.PartSwapped swapped ->
                consent(ticket).obstacleToSwap(swapped.part(), isFree(ticket, swapped));
            case TicketEvent.Consented consented -> consent(ticket).obstacleToAnswer(consented.quote());
            case TicketEvent.Declined declined -> consent(ticket).obstacleToAnswer(declined.quote());
            case TicketEvent _ -> Optional.empty();
        };
    }

    private Optional<String> againstMerging(TicketId into) {
        return turn.books()
                        .tickets()
                        .look(into)
                        .filter(other -> !other.state().over())
                        .isPresent()
                ? Optional.empty()
                : Optional.of("there is no open ticket " + into);
    }

    private Optional<String> againstReopening(Ticket ticket) {
        return turn.books()
                .tickets()
                .openFor(ticket.key())
                .filter(other -> !other.facts().id().equals(ticket.id()))
                .map(other -> "ticket " + other.facts().id() + " is open for the same");
    }

    private Consent consent(Ticket ticket) {
        return new Consent(turn.books().tickets().events(ticket.id()));
    }

    /** Where nobody knows of which machine it is, nobody can charge. */
    private boolean isFree(Ticket ticket, TicketEvent.PartSwapped swapped) {
        return new Pricing(turn.desk(), turn.books())
                .ofPart(ticket, swapped.part())
                .map(answer -> answer.entitlement().partsFree())
                .orElse(true);
    }
}
