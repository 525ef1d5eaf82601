package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wrenchline.config.ModelFiles;
import wrenchline.config.PolicyFile;
import wrenchline.config.SiteFile;
import wrenchline.config.Texts;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.SilenceDesk;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.desk.Why;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.Forecast;
import wrenchline.core.detection.Grounds;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.ticket.Verdict;
import wrenchline.core.transition.Tracked;
import wrenchline.testkit.SettableClock;

/** What becomes of what is foreseen, on the real database. */
class ForesightDeskTest {

    private static final Actor LI = new Actor.Operator("Li");
    private static final Path CONFIG = Path.of("../config");
    private static final Map<String, EquipmentModel> MODELS = ModelFiles.read(CONFIG.resolve("models"));
    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
    private static int machines;
    private static Database database;
    private static Desk desk;

    private EquipmentId lift;
    private TelemetryDesk telemetry;

    @BeforeAll
    static void open() {
        database = TestDatabase.open();
        desk = new Desk(
                database.transactions(),
                CLOCK,
                PolicyFile.read(CONFIG.resolve("policy.yaml")),
                Texts.read(CONFIG.resolve("texts")),
                MODELS);
        desk.transactions().run(books -> {
            books.policies().enter(desk.policy(), CLOCK.instant());
            books.register().put(new Customer(new CustomerId("c1"), "Customer", "", "zh", List.of()));
            books.rosters()
                    .replace(SiteFile.read(CONFIG.resolve("demo/site.yaml"), MODELS.keySet())
                            .roster());
        });
    }

    @AfterAll
    static void close() {
        assertThat(database.verification().run().flaws()).isEmpty();
        database.close();
    }

    /** A machine of its own, whose verdicts of other tests are forgotten. */
    @BeforeEach
    void register() {
        CLOCK.advance(Duration.ofDays(400));
        lift = machine();
        telemetry = new TelemetryDesk(desk);
    }

    @Test
    void a_score_that_was_as_high_within_a_month_is_worth_no_ticket() {
        telemetry.on(unusual(0.8, Duration.ofDays(10)));
        assertThat(tickets()).isEmpty();
        telemetry.on(unusual(0.8, Duration.ofDays(31)));
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void after_a_false_alarm_the_score_must_be_beyond_doubt_and_the_rest_is_longer() {
        telemetry.on(unusual(0.8, null));
        judge(new Verdict.FalseAlarm());
        CLOCK.advance(Duration.ofDays(3));
        telemetry.on(unusual(0.85, null));
        assertThat(tickets()).as("not nearer to 1 by half").hasSize(1);
        telemetry.on(unusual(0.95, null));
        assertThat(tickets()).hasSize(2);
        judge(new Verdict.FalseAlarm());

        CLOCK.advance(Duration.ofDays(110));
        telemetry.on(unusual(0.99, Duration.ofDays(100)));
        assertThat(tickets()).as("two false alarms: four months").hasSize(2);
        CLOCK.advance(Duration.ofDays(30));
        telemetry.on(unusual(0.99, Duration.ofDays(125)));
        assertThat(tickets()).hasSize(3);
    }

    @Test
    void a_verdict_that_is_taken_back_was_never_there() {
        telemetry.on(unusual(0.8, null));
        TicketId ticket = judge(new Verdict.FalseAlarm());
        new TicketDesk(desk).tell(ticket, new TicketEvent.Judged(LI, new Verdict.Real("pump")));
        CLOCK.advance(Duration.ofDays(16));
        telemetry.on(unusual(0.7, Duration.ofDays(16)));
        assertThat(tickets()).as("a real one halves the rest").hasSize(2);
    }

    @Test
    void verdicts_on_other_machines_of_the_model_count_a_quarter() {
        for (int other = 0; other < 4; other++) {
            lift = machine();
            telemetry.on(unusual(0.8, null));
            judge(new Verdict.FalseAlarm());
        }
        lift = machine();
        telemetry.on(unusual(0.8, Duration.ofDays(40)));
        assertThat(tickets()).as("twice the rest").isEmpty();
        telemetry.on(unusual(0.8, Duration.ofDays(61)));
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void unusual_behaviour_joins_the_open_ticket_on_a_metric_that_is_to_blame() {
        telemetry.on(limit("OVERHEATING", "oil_temp", Severity.MAJOR));
        CLOCK.advance(Duration.ofMinutes(1));
        telemetry.on(unusual(0.8, null));
        assertThat(tickets())
                .singleElement()
                .satisfies(ticket ->
                        assertThat(events(ticket)).hasSize(1).allMatch(TicketEvent.FoundAgain.class::isInstance));
    }

    @Test
    void a_trend_becomes_graver_when_its_limit_is_crossed_and_stays_one_ticket() {
        Instant now = CLOCK.instant();
        Forecast forecast = new Forecast(
                1.5, now.plus(Duration.ofDays(3)), now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(5)));
        telemetry.on(finding("OVERHEATING", "oil_temp", Severity.MINOR, new Grounds.Approaching(forecast, List.of())));
        long promises = promises();
        CLOCK.advance(Duration.ofDays(3));
        telemetry.on(limit("OVERHEATING", "oil_temp", Severity.CRITICAL));
        assertThat(tickets()).hasSize(1);
        assertThat(promises()).isGreaterThan(promises);
        assertThat(dispatches()).as("asked again").isEqualTo(2);
    }

    @Test
    void a_worn_part_that_was_found_real_counts_as_replaced() {
        telemetry.on(finding("WORN_PUMP", "motor_power", Severity.MINOR, new Grounds.Worn("pump", 7300, 8000, null)));
        judge(new Verdict.Real("pump"));
        assertThat(database.fittings().of(lift)).singleElement().satisfies(fitting -> {
            assertThat(fitting.part()).isEqualTo("pump");
            assertThat(fitting.used()).isZero();
        });
    }

    @Test
    void a_silent_machine_is_one_ticket_a_day_over_restarts_and_when_all_are_silent_it_is_the_line() {
        EquipmentId second = machine();
        EquipmentId third = machine();
        SilenceDesk desk1 = new SilenceDesk(desk, database.devices(), telemetry);
        for (EquipmentId one : List.of(lift, second, third)) {
            database.devices().heard(one, CLOCK.instant());
        }
        CLOCK.advance(Duration.ofHours(13));
        desk1.sweep();
        assertThat(tickets()).as("nobody is heard").isEmpty();

        database.devices().heard(second, CLOCK.instant());
        desk1.sweep();
        desk1.sweep();
        assertThat(tickets()).hasSize(1);
        SilenceDesk restarted = new SilenceDesk(desk, database.devices(), telemetry);
        restarted.sweep();
        CLOCK.advance(Duration.ofHours(12));
        database.devices().heard(second, CLOCK.instant());
        restarted.sweep();
        assertThat(tickets())
                .singleElement()
                .satisfies(ticket -> assertThat(events(ticket)).isEmpty());

        CLOCK.advance(Duration.ofHours(1));
        database.devices().heard(lift, CLOCK.instant());
        restarted.sweep();
        assertThat(events(tickets().getFirst())).last().isInstanceOf(TicketEvent.WentAway.class);
    }

    @Test
    void every_reason_is_two_sentences_in_both_languages() {
        Instant now = CLOCK.instant();
        Forecast forecast =
                new Forecast(1.5, now.plusSeconds(260_000), now.plusSeconds(180_000), now.plusSeconds(400_000));
        List<Finding.Raised> all = new ArrayList<>(List.of(
                unusual(0.83, null),
                unusual(0.83, Duration.ofDays(40)),
                limit("OVERHEATING", "oil_temp", Severity.MAJOR),
                finding("OVERHEATING", "oil_temp", Severity.MINOR, new Grounds.Approaching(forecast, List.of())),
                finding("NO_DATA", "", Severity.MINOR, new Grounds.Silent(now, Duration.ofHours(12))),
                finding("STUCK_VALUE", "vibration", Severity.MINOR, new Grounds.Frozen(now, 40)),
                finding("WORN_PUMP", "motor_power", Severity.MINOR, new Grounds.Worn("pump", 7300, 8000, null)),
                finding("WORN_PUMP", "motor_power", Severity.MINOR, new Grounds.Worn("pump", 7300, 8000, now))));
        Why why = new Why(desk.wording(), ZoneOffset.UTC);
        for (Finding.Raised raised : all) {
            Names said = why.of(raised, Objects.requireNonNull(MODELS.get("two-post-lift")));
            assertThat(said.zh()).doesNotContain("{").matches("[^。]+。[^。]+。");
            assertThat(said.en()).doesNotContain("{").endsWith(".").containsPattern("[.:] ");
        }
        assertThat(why.of(all.get(3), Objects.requireNonNull(MODELS.get("two-post-lift")))
                        .en())
                .contains("about 3 days", "between 2.1 days and 4.6 days");
    }

    private static EquipmentId machine() {
        EquipmentId id = new EquipmentId("lift-" + ++machines);
        LocalDate day = LocalDate.of(2026, 1, 1);
        desk.transactions()
                .run(books -> books.register()
                        .put(Equipment.reporting(
                                id,
                                "10" + machines,
                                new Names("举升机", "Lift"),
                                "two-post-lift",
                                "",
                                new CustomerId("c1"),
                                "",
                                new Warranty(day, day, Period.ofYears(3)))));
        return id;
    }

    private Finding.Raised unusual(double score, @Nullable Duration since) {
        return finding(
                Finding.UNUSUAL,
                "oil_temp",
                Severity.MINOR,
                new Grounds.Unusual(
                        score,
                        since == null ? null : CLOCK.instant().minus(since),
                        List.of(new Grounds.Contribution("oil_temp", 1)),
                        List.of()));
    }

    private Finding.Raised limit(String failureMode, String metric, Severity severity) {
        return finding(failureMode, metric, severity, null);
    }

    private Finding.Raised finding(String failureMode, String metric, Severity severity, @Nullable Grounds grounds) {
        Instant now = CLOCK.instant();
        return new Finding.Raised(lift, failureMode, severity, metric, 55, 52, now.minusSeconds(60), now, grounds);
    }

    /** Resolves, closes and judges the newest ticket. */
    private TicketId judge(Verdict verdict) {
        TicketId id = tickets().getFirst().id();
        TicketDesk tickets = new TicketDesk(desk);
        tickets.tell(id, new TicketEvent.Resolved(LI, "looked at it"));
        tickets.tell(id, new TicketEvent.Closed(LI));
        tickets.tell(id, new TicketEvent.Judged(LI, verdict));
        return id;
    }

    private List<Ticket> tickets() {
        return desk
                .transactions()
                .call(books -> books.tickets().page(new Tickets.Filter(Set.of(), Set.of(lift)), Long.MAX_VALUE, 99))
                .stream()
                .map(Tracked<Ticket, TicketState>::facts)
                .toList();
    }

    /** But for who was asked to take it. */
    private List<TicketEvent> events(Ticket ticket) {
        return desk.transactions().call(books -> books.tickets().events(ticket.id())).stream()
                .map(dated -> dated.event())
                .filter(event -> !(event instanceof TicketEvent.Assigned))
                .toList();
    }

    private long promises() {
        TicketId id = tickets().getFirst().id();
        return desk.transactions().call(books -> (long) books.promises().of(id).size());
    }

    private long dispatches() {
        TicketId id = tickets().getFirst().id();
        return desk.transactions().call(books -> (long) books.notices().of(id).size());
    }
}
