package wrenchline.core.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.equipment.Contract;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.Names;
import wrenchline.core.notice.Wording;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.FailureCause;
import wrenchline.core.ticket.Quote;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEffect;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;
import wrenchline.core.warranty.Coverage;
import wrenchline.core.warranty.Entitlement;

/** What a repair costs the customer, and why (报价与收费). */
public final class PriceDesk {

    private final Desk desk;

    public PriceDesk(Desk desk) {
        this.desk = desk;
    }

    /** @param why in both languages, with the clause */
    public record Answer(Entitlement entitlement, Names why) {}

    /** A part that will be needed, and what it costs us. */
    public record Needed(String part, int count, long unitCents) {}

    /** What is known of a ticket's price; empty when there is no such ticket, or nobody knows of which machine it is. */
    public Optional<Answer> entitlement(TicketId id, String component) {
        return desk.transactions()
                .call(books ->
                        books.tickets().look(id).flatMap(ticket -> entitlement(books, ticket.facts(), component)));
    }

    private Optional<Answer> entitlement(Books books, Ticket ticket, String component) {
        LocalDate day =
                LocalDate.ofInstant(ticket.raised(), books.rosters().current().zone());
        return ticket.equipmentIfKnown()
                .flatMap(books.register()::find)
                .map(equipment -> entitlement(books, equipment, component, cause(books, ticket.id()), day));
    }

    /** What holds for {@code component} of {@code equipment} on {@code day}. */
    Answer entitlement(
            Books books, Equipment equipment, String component, Optional<FailureCause> cause, LocalDate day) {
        Entitlement entitlement = Entitlement.of(
                equipment,
                component,
                cause,
                books.coverages().all(),
                desk.policy().warranty(),
                day);
        return new Answer(entitlement, why(equipment, entitlement, day));
    }

    /** The last word on it. */
    private static Optional<FailureCause> cause(Books books, TicketId ticket) {
        return books.tickets().events(ticket).stream()
                .flatMap(dated ->
                        dated.event() instanceof TicketEvent.Classified classified && classified.cause() != null
                                ? Optional.of(classified.cause()).stream()
                                : Optional.<FailureCause>empty().stream())
                .reduce((_, last) -> last);
    }

    /** Tells the customer what it will cost; empty when there is no such ticket or machine. What is free costs nothing here. */
    public Optional<Transition<TicketState, TicketEffect>> quote(
            TicketId id, Actor by, List<Needed> needed, long labourCents) {
        return desk.transactions().call(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            Optional<Tracked<Ticket, TicketState>> found = books.tickets().find(id);
            return found.map(ticket ->
                    turn.ticket(ticket, new TicketEvent.Quoted(by, quote(books, ticket, needed, labourCents))));
        });
    }

    private Quote quote(Books books, Tracked<Ticket, TicketState> ticket, List<Needed> needed, long labourCents) {
        List<Quote.Line> lines = new ArrayList<>();
        String reason = "";
        boolean labourFree = false;
        for (Needed part : needed) {
            Optional<Answer> answer = entitlement(books, ticket.facts(), part.part());
            boolean free =
                    answer.filter(known -> known.entitlement().partsFree()).isPresent();
            lines.add(new Quote.Line(part.part(), part.count(), free ? 0 : part.unitCents()));
        }
        Optional<Answer> whole = entitlement(books, ticket.facts(), "");
        if (whole.isPresent()) {
            labourFree = whole.get().entitlement().labourFree();
            reason = whole.get().why().zh();
        }
        String number = ticket.facts().id() + "-" + (ticket.version() + 1);
        return new Quote(number, lines, labourFree ? 0 : labourCents, "CNY", reason);
    }

    private Names why(Equipment equipment, Entitlement entitlement, LocalDate day) {
        return new Names(why("zh", equipment, entitlement, day), why("en", equipment, entitlement, day));
    }

    private String why(String language, Equipment equipment, Entitlement entitlement, LocalDate day) {
        Wording wording = desk.wording();
        Coverage line = entitlement.coverage();
        Map<String, String> values = Map.of(
                "from", entitlement.from().toString(),
                "until", entitlement.until().toString(),
                "day", day.toString(),
                "component", line == null ? "" : line.component(),
                "reference", line == null ? "" : line.reference(),
                "contract", equipment.contractOn(day).map(Contract::category).orElse(""));
        return wording.text("price.ground." + entitlement.ground(), language, values)
                + wording.text(entitlement.partsFree() ? "price.parts-free" : "price.parts-at-cost", language, Map.of())
                + wording.text(
                        entitlement.labourFree() ? "price.labour-free" : "price.labour-charged", language, Map.of());
    }
}
