package wrenchline.core.desk;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.equipment.Contract;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.Names;
import wrenchline.core.parts.Part;
import wrenchline.core.ticket.FailureCause;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.warranty.Coverage;
import wrenchline.core.warranty.Entitlement;

/** Who pays for the repair of a ticket's machine, and why (计价), by the day on which the fault was reported. */
record Pricing(Desk desk, Books books) {

    /** @param component empty for the whole; the answer is empty when nobody knows of which machine the ticket is */
    Optional<PriceDesk.Answer> of(Ticket ticket, String component) {
        LocalDate day =
                LocalDate.ofInstant(ticket.raised(), books.rosters().current().zone());
        return ticket.equipmentIfKnown()
                .flatMap(books.register()::find)
                .map(equipment -> of(equipment, component, cause(ticket.id()), day));
    }

    /** What holds for {@code component} of {@code equipment} on {@code day}. */
    PriceDesk.Answer of(Equipment equipment, String component, Optional<FailureCause> cause, LocalDate day) {
        Entitlement entitlement = Entitlement.of(
                equipment,
                component,
                cause,
                books.coverages().all(),
                desk.policy().warranty(),
                day);
        return new PriceDesk.Answer(
                entitlement, new Names(why("zh", equipment, entitlement, day), why("en", equipment, entitlement, day)));
    }

    /** The same for a part, by the component to which it belongs; one that stands in no register counts by its own name. */
    Optional<PriceDesk.Answer> ofPart(Ticket ticket, String number) {
        String component = books.parts()
                .find(number)
                .map(Part::component)
                .filter(named -> !named.isEmpty())
                .orElse(number);
        return of(ticket, component);
    }

    /** The last word on it. */
    private Optional<FailureCause> cause(TicketId ticket) {
        return books.tickets().events(ticket).stream()
                .flatMap(dated ->
                        dated.event() instanceof TicketEvent.Classified classified && classified.cause() != null
                                ? Optional.of(classified.cause()).stream()
                                : Optional.<FailureCause>empty().stream())
                .reduce((_, last) -> last);
    }

    private String why(String language, Equipment equipment, Entitlement entitlement, LocalDate day) {
        Coverage line = entitlement.coverage();
        Map<String, String> values = Map.of(
                "from", String.valueOf(entitlement.from()),
                "until", String.valueOf(entitlement.until()),
                "day", day.toString(),
                "component", line == null ? "" : line.component(),
                "reference", line == null ? "" : line.reference(),
                "contract", equipment.contractOn(day).map(Contract::category).orElse(""));
        return word("price.ground." + entitlement.ground(), language, values)
                + word(entitlement.partsFree() ? "price.parts-free" : "price.parts-at-cost", language, Map.of())
                + word(entitlement.labourFree() ? "price.labour-free" : "price.labour-charged", language, Map.of());
    }

    private String word(String key, String language, Map<String, String> values) {
        return desk.wording().text(key, language, values);
    }
}
