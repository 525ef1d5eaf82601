package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.desk.FieldAction;
import wrenchline.core.desk.FieldDesk;
import wrenchline.core.desk.PriceDesk;
import wrenchline.core.desk.PriceDesk.Needed;
import wrenchline.core.desk.PriceDesk.Quoted;
import wrenchline.core.desk.TicketDesk.Told;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.notice.TicketLinks.Pass;
import wrenchline.core.parts.Part;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Channel;
import wrenchline.core.ticket.FailureCause;
import wrenchline.core.ticket.Quote;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Dated;
import wrenchline.core.warranty.Coverage;
import wrenchline.core.warranty.Entitlement;

/** What a repair costs, and that nothing is charged to which the customer did not agree. */
class RepairPriceTest {

    private static final EquipmentId OLD = new EquipmentId("old-lift");
    private static final Actor DESK = new Actor.Operator("li");
    private static final StaffId ENGINEER = new StaffId("e1");
    private static final Instant LAST_SECOND = Instant.parse("2026-03-31T15:59:59Z");

    private final TestDesk house = new TestDesk();
    private final PriceDesk prices = new PriceDesk(house.desk);

    /** In warranty until 31 March 2026; its pump until the end of 2030. */
    @BeforeEach
    void open() {
        house.desk.transactions().run(books -> {
            String model = books.register().equipment().getFirst().model();
            CustomerId customer = books.register().customers().getFirst().id();
            LocalDate day = LocalDate.parse("2023-04-01");
            books.register()
                    .put(Equipment.reporting(
                            OLD,
                            "901",
                            new Names("旧举升机", "Old lift"),
                            model,
                            "S9",
                            customer,
                            "",
                            new Warranty(day, day, Period.ofMonths(36))));
            books.coverages()
                    .enter(List.of(new Coverage(model, "pump", Period.ofMonths(93), day, "supplier's letter 7")));
            books.parts().put(part("P-1", "pump", 120_000L));
            books.parts().put(part("S-1", "", 4_550L));
            books.parts().put(part("S-2", "", null));
        });
    }

    @AfterEach
    void everything_stored_is_what_the_events_give() {
        assertThat(house.database.verification().run().flaws()).isEmpty();
        house.close();
    }

    @Test
    void the_warranty_ends_at_midnight_in_shanghai_and_not_in_greenwich() {
        TicketId before = reportAt(LAST_SECOND);
        TicketId after = reportAt(LAST_SECOND.plusSeconds(1));
        assertThat(ground(before, "")).isEqualTo(Entitlement.Ground.WITHIN_WARRANTY);
        assertThat(ground(after, "")).isEqualTo(Entitlement.Ground.WARRANTY_OVER);
        assertThat(ground(after, "pump")).isEqualTo(Entitlement.Ground.WITHIN_COVERAGE);
        house.clock.advance(Duration.ofDays(30));
        assertThat(ground(before, "")).as("the day of the report counts").isEqualTo(Entitlement.Ground.WITHIN_WARRANTY);
    }

    @Test
    void a_quote_takes_costs_from_the_register_and_says_of_each_part_why() {
        TicketId ticket = reportAt(LAST_SECOND.plusSeconds(1));
        Quote quote = quote(ticket, new Needed("P-1", 1), new Needed("S-1", 2));
        assertThat(quote.totalCents()).isEqualTo(2 * 4_550);
        assertThat(quote.labourCents()).as("labour is free for ever").isZero();
        assertThat(quote.lines()).extracting(Quote.Line::unitCents).containsExactly(0L, 4_550L);
        assertThat(reason(quote, 0).zh()).contains("supplier's letter 7", "免配件费");
        assertThat(reason(quote, 1).en()).contains("2023-04-01 to 2026-03-31", "parts at cost");
    }

    @Test
    void what_was_quoted_stays_when_the_register_changes() {
        TicketId ticket = reportAt(LAST_SECOND.plusSeconds(1));
        quote(ticket, new Needed("S-1", 1));
        house.desk.transactions().run(books -> books.parts().put(part("S-1", "", 9_999L)));
        assertThat(quotes(ticket).getFirst().totalCents()).isEqualTo(4_550);
        assertThat(quote(ticket, new Needed("S-1", 1)).totalCents()).isEqualTo(9_999);
    }

    @Test
    void nobody_is_quoted_what_the_register_does_not_know() {
        TicketId ticket = reportAt(LAST_SECOND.plusSeconds(1));
        assertThat(refusal(ticket, "X-9")).contains("no part 'X-9'");
        assertThat(refusal(ticket, "S-2")).contains("does not say what part 'S-2' costs");
        assertThat(refusal(house.report("of-no-machine"), "S-1")).contains("registered machine");
        assertThat(prices.quote(new TicketId(1), DESK, List.of(), 0)).isEqualTo(new Quoted.NoSuchTicket());
        assertThat(quote(reportAt(LAST_SECOND), new Needed("S-2", 1)).totalCents())
                .as("in warranty its cost does not matter")
                .isZero();
    }

    @Test
    void a_part_that_is_charged_waits_for_a_quote_and_the_customers_word_and_both_have_their_time() {
        TicketId ticket = reportAt(LAST_SECOND.plusSeconds(1));
        house.tickets.tell(ticket, new TicketEvent.Arrived(new Actor.Staff(ENGINEER)));
        assertThat(swap(ticket, "P-1")).as("covered for longer").isEqualTo(new Told.Done());
        assertThat(reason(swap(ticket, "S-1"))).contains("must agree to a quote");
        Quote first = quote(ticket, new Needed("S-1", 2));
        Quote second = quote(ticket, new Needed("S-1", 1));
        assertThat(reason(swap(ticket, "S-1"))).contains("has not agreed to quote " + second.number());
        assertThat(reason(consent(ticket, first))).contains("not the newest");
        house.tickets.tell(ticket, null, new TicketEvent.Declined(DESK, second.number(), "too dear"));
        assertThat(reason(swap(ticket, "S-1"))).contains("has not agreed");
        Instant agreed = house.clock.instant();
        assertThat(consent(ticket, second)).isEqualTo(new Told.Done());
        assertThat(swap(ticket, "S-1")).isEqualTo(new Told.Done());
        assertThat(events(ticket))
                .filteredOn(dated -> dated.event() instanceof TicketEvent.Consented)
                .extracting(Dated::at)
                .containsExactly(agreed);
    }

    @Test
    void the_engineers_page_swaps_nothing_that_is_charged_without_consent() {
        TicketId ticket = reportAt(LAST_SECOND.plusSeconds(1));
        FieldDesk field = new FieldDesk(house.desk);
        Pass pass = new Pass(ticket, ENGINEER, house.clock.instant().plus(Duration.ofDays(1)));
        field.act(pass, UUID.randomUUID(), new FieldAction.Arrive(""));
        FieldAction swap = new FieldAction.SwapPart("S-1", "A", "B");
        assertThat(field.act(pass, UUID.randomUUID(), swap)).contains("must agree to a quote");
        consent(ticket, quote(ticket, new Needed("S-1", 1)));
        assertThat(field.act(pass, UUID.randomUUID(), swap)).isEmpty();
    }

    @Test
    void misuse_that_is_found_in_warranty_is_charged() {
        TicketId ticket = reportAt(LAST_SECOND);
        house.tickets.tell(ticket, new TicketEvent.Classified(DESK, "LEAK", null, FailureCause.OPERATING_ERROR));
        assertThat(ground(ticket, "pump")).isEqualTo(Entitlement.Ground.MISUSE);
        assertThat(quote(ticket, new Needed("S-1", 1)).totalCents()).isEqualTo(4_550);
    }

    private TicketId reportAt(Instant instant) {
        house.clock.advance(Duration.between(house.clock.instant(), instant));
        return house.report("at-" + instant, OLD);
    }

    private Entitlement.Ground ground(TicketId ticket, String component) {
        return prices.entitlement(ticket, component).orElseThrow().entitlement().ground();
    }

    private Quote quote(TicketId ticket, Needed... needed) {
        assertThat(prices.quote(ticket, DESK, List.of(needed), 30_000)).isInstanceOf(Quoted.Told.class);
        return quotes(ticket).getLast();
    }

    private String refusal(TicketId ticket, String part) {
        return ((Quoted.Refused) prices.quote(ticket, DESK, List.of(new Needed(part, 1)), 0)).reason();
    }

    private Told swap(TicketId ticket, String part) {
        return house.tickets.tell(ticket, null, new TicketEvent.PartSwapped(new Actor.Staff(ENGINEER), part, "A", "B"));
    }

    private Told consent(TicketId ticket, Quote quote) {
        return house.tickets.tell(ticket, null, new TicketEvent.Consented(DESK, quote.number(), Channel.PHONE));
    }

    private static String reason(Told told) {
        return ((Told.Ignored) told).reason();
    }

    private List<Dated<TicketEvent>> events(TicketId ticket) {
        return house.desk.transactions().call(books -> books.tickets().events(ticket));
    }

    private List<Quote> quotes(TicketId ticket) {
        return events(ticket).stream()
                .flatMap(dated -> dated.event() instanceof TicketEvent.Quoted quoted
                        ? List.of(quoted.quote()).stream()
                        : List.<Quote>of().stream())
                .toList();
    }

    private static Names reason(Quote quote, int line) {
        return Objects.requireNonNull(quote.lines().get(line).reason());
    }

    private static Part part(String number, String component, @Nullable Long cost) {
        return new Part(number, new Names("零件", "Part"), List.of(), "", "", 5, component, cost);
    }
}
