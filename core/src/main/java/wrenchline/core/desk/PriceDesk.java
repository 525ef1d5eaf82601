package wrenchline.core.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import wrenchline.core.equipment.Names;
import wrenchline.core.parts.Part;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Quote;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEffect;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;
import wrenchline.core.warranty.Entitlement;

/** What a repair costs the customer, and why (报价与收费). */
public final class PriceDesk {

    private final Desk desk;

    public PriceDesk(Desk desk) {
        this.desk = desk;
    }

    /** @param why in both languages, with the clause */
    public record Answer(Entitlement entitlement, Names why) {}

    /** A part of the register that will be needed. */
    public record Needed(String part, int count) {}

    /** What came of a quote. */
    public sealed interface Quoted {

        /** It was entered, or the ticket did not take it. */
        record Told(Transition<TicketState, TicketEffect> transition) implements Quoted {}

        /** Nobody can say what it costs; {@code reason} in English. */
        record Refused(String reason) implements Quoted {}

        record NoSuchTicket() implements Quoted {}
    }

    /** What is known of a ticket's price; empty when there is no such ticket, or nobody knows of which machine it is. */
    public Optional<Answer> entitlement(TicketId id, String component) {
        return desk.transactions()
                .call(books -> books.tickets()
                        .look(id)
                        .flatMap(ticket -> new Pricing(desk, books).of(ticket.facts(), component)));
    }

    /**
     * Tells the customer what it will cost: parts at what the register says that they cost us now, and nothing for what is free.
     *
     * @param labourCents in hundredths of the currency; counts only where labour is charged
     */
    public Quoted quote(TicketId id, Actor by, List<Needed> needed, long labourCents) {
        return desk.transactions().call(books -> {
            Optional<Tracked<Ticket, TicketState>> found = books.tickets().find(id);
            if (found.isEmpty()) {
                return new Quoted.NoSuchTicket();
            }
            Tracked<Ticket, TicketState> ticket = found.get();
            Pricing pricing = new Pricing(desk, books);
            Optional<Answer> whole = pricing.of(ticket.facts(), "");
            if (whole.isEmpty()) {
                return new Quoted.Refused("nobody knows of which registered machine ticket " + id + " is");
            }
            List<Quote.Line> lines = new ArrayList<>();
            for (Needed one : needed) {
                Optional<Part> part = books.parts().find(one.part());
                if (part.isEmpty()) {
                    return new Quoted.Refused("there is no part '" + one.part() + "' in the register");
                }
                Answer answer = pricing.ofPart(ticket.facts(), one.part()).orElseThrow();
                OptionalLong cost = answer.entitlement().partsFree()
                        ? OptionalLong.of(0)
                        : part.get().costIfKnown();
                if (cost.isEmpty()) {
                    return new Quoted.Refused("the register does not say what part '" + one.part() + "' costs");
                }
                lines.add(new Quote.Line(one.part(), one.count(), cost.getAsLong(), answer.why()));
            }
            Quote quote = new Quote(
                    id + "-" + (ticket.version() + 1),
                    lines,
                    whole.get().entitlement().labourFree() ? 0 : labourCents,
                    "CNY",
                    whole.get().why().zh());
            Turn turn = new Turn(desk, books, desk.clock().instant());
            return new Quoted.Told(turn.ticket(ticket, new TicketEvent.Quoted(by, quote)));
        });
    }
}
