package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.desk.Books;
import wrenchline.core.detection.DetectorState;
import wrenchline.core.detection.DetectorStates;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.Fitting;
import wrenchline.core.detection.Forecast;
import wrenchline.core.detection.Grounds;
import wrenchline.core.detection.Outlook;
import wrenchline.core.detection.RemainingLife;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Verdict;
import wrenchline.core.ticket.Verdicts;

/** What detectors know, and what people told of it, in the real database. */
class DetectorStatesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final EquipmentId OTHER = new EquipmentId("lift-02");

    private final Database database = TestDatabase.open();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_newest_state_of_each_machine_is_given_back_byte_for_byte() {
        DetectorStates states = database.detectorStates();
        assertThat(states.find(LIFT)).isEmpty();
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        states.keep(List.of(
                new DetectorState(LIFT, 7, NOW, new byte[] {1}), new DetectorState(OTHER, 8, NOW, new byte[] {2})));
        states.keep(List.of(new DetectorState(LIFT, 99, NOW.plusSeconds(5), bytes)));

        DetectorState found = states.find(LIFT).orElseThrow();
        assertThat(found.position()).isEqualTo(99);
        assertThat(found.newest()).isEqualTo(NOW.plusSeconds(5));
        assertThat(found.bytes()).isEqualTo(bytes);
        assertThat(states.find(OTHER).orElseThrow().bytes()).containsExactly(2);
    }

    @Test
    void an_outlook_comes_back_as_it_was_shown() {
        DetectorStates states = database.detectorStates();
        Outlook outlook = new Outlook(
                List.of(new Grounds.Sample(NOW.minusSeconds(600), 0.75), new Grounds.Sample(NOW, 0.25)),
                true,
                List.of(new Grounds.Contribution("flow", 0.75)),
                List.of(new Outlook.Course(
                        "oil_temp",
                        "OVERHEATING",
                        52,
                        new Grounds.Sample(NOW, 47),
                        new Forecast(1.5, NOW.plusSeconds(9), NOW.plusSeconds(8), NOW.plusSeconds(10)))),
                List.of(new Outlook.Wear("pump", 7.5, 8000, null)),
                List.of(new RemainingLife(
                        "air-end", 31.5, 30, NOW.plusSeconds(9), NOW.plusSeconds(8), NOW.plusSeconds(10))),
                List.of(new Outlook.Condition("valve", 80, false, 0.93, NOW.minusSeconds(180), NOW)));
        states.show(Map.of(LIFT, Outlook.NONE));
        states.show(Map.of(LIFT, outlook));
        assertThat(states.outlook(LIFT)).contains(outlook);
        assertThat(states.outlook(OTHER)).isEmpty();
        states.show(Map.of(OTHER, Outlook.NONE));
        assertThat(states.standing())
                .containsEntry(OTHER, Outlook.NONE)
                .containsEntry(
                        LIFT,
                        new Outlook(
                                List.of(new Grounds.Sample(NOW, 0.25)),
                                true,
                                outlook.contributions(),
                                outlook.courses(),
                                outlook.wear(),
                                outlook.lives(),
                                outlook.conditions()));
    }

    @Test
    void the_newest_fitting_of_a_part_counts() {
        Fitting pump = new Fitting(LIFT, "pump", NOW, 0);
        Fitting rope = new Fitting(LIFT, "rope", NOW.minusSeconds(60), 120);
        database.fittings().keep(new Fitting(LIFT, "pump", NOW.minusSeconds(9), 3000));
        database.fittings().keep(pump);
        database.fittings().keep(rope);
        assertThat(database.fittings().of(LIFT)).containsExactly(pump, rope);
        assertThat(database.fittings().since(NOW.minusSeconds(30))).containsExactly(pump);
    }

    @Test
    void the_last_word_on_a_ticket_counts() {
        TicketId ticket = database.transactions().call(DetectorStatesTest::open);
        Verdicts.Judgement first = judgement(ticket, NOW, new Verdict.FalseAlarm());
        Verdicts.Judgement last = judgement(ticket, NOW.plusSeconds(60), new Verdict.Real("pump"));
        database.transactions().run(books -> {
            books.verdicts().keep(first);
            books.verdicts().keep(last);
            assertThat(books.verdicts().of(LIFT, NOW)).containsExactly(last);
            assertThat(books.verdicts().ofModel("two-post-lift", NOW)).containsExactly(last);
            assertThat(books.verdicts().of(LIFT, NOW.plusSeconds(60))).isEmpty();
            assertThat(books.verdicts().of(OTHER, NOW)).isEmpty();
        });
    }

    private static TicketId open(Books books) {
        Finding.Raised raised = new Finding.Raised(LIFT, "OVERHEATING", Severity.MAJOR, "oil_temp", 71, 65, NOW, NOW);
        TicketId id = books.tickets().next();
        Ticket ticket = new Ticket(
                id,
                "lift-01/OVERHEATING",
                LIFT,
                null,
                "OVERHEATING",
                Severity.MAJOR,
                new Origin.Telemetry(raised),
                NOW);
        books.tickets().open(ticket, new TicketState.Raised(), NOW);
        return id;
    }

    private static Verdicts.Judgement judgement(TicketId ticket, Instant at, Verdict verdict) {
        return new Verdicts.Judgement(ticket, LIFT, "two-post-lift", "UNUSUAL_BEHAVIOUR", at, verdict);
    }
}
