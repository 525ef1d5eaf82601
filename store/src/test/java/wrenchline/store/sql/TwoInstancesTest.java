package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import wrenchline.config.PolicyFile;
import wrenchline.config.Texts;
import wrenchline.core.call.CallId;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.Sweep;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Severity;
import wrenchline.core.escalation.Escalation;
import wrenchline.core.escalation.EscalationMachine;
import wrenchline.core.escalation.Rules;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.PromiseMachine;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketMachine;
import wrenchline.testkit.SettableClock;

/** Two instances of the product on one database, both sweeping as fast as they can. */
class TwoInstancesTest {

    private static final int TICKETS = 10_000;
    private static final int BATCH = 1000;
    private static final Instant BEGAN = Instant.parse("2026-03-02T01:00:00Z");
    private static final Clause CLAUSE = new Clause("response-2h", PromiseKind.RESPONSE, Duration.ofHours(2), "两小时内响应");

    @Test
    void ten_thousand_breaches_are_each_found_and_told_once() throws Exception {
        try (Database database = TestDatabase.open();
                ExecutorService instances = Executors.newFixedThreadPool(2)) {
            SettableClock clock = new SettableClock(BEGAN);
            Desk desk = new Desk(
                    database.transactions(),
                    clock,
                    PolicyFile.read(Path.of("../config/policy.yaml")),
                    Texts.read(Path.of("../config/texts")),
                    Map.of());
            fill(database);
            clock.advance(CLAUSE.within());

            Callable<Integer> instance = () -> {
                Sweep sweep = new Sweep(desk);
                int found = 0;
                for (int swept = sweep.promises(); swept > 0; swept = sweep.promises()) {
                    found += swept;
                }
                return found;
            };
            int found = 0;
            for (Future<Integer> one : instances.invokeAll(List.of(instance, instance))) {
                found += one.get();
            }

            assertThat(found).isEqualTo(TICKETS);
            assertThat(count(database, "select count(*) from promise where state = 'Broken'"))
                    .isEqualTo(TICKETS);
            assertThat(count(
                            database, "select count(*) from journal where subject = 'promise' and event = 'ClockRead'"))
                    .isEqualTo(TICKETS);
            assertThat(count(database, "select count(distinct ticket) from notice"))
                    .isEqualTo(TICKETS);
            assertThat(count(database, "select count(*) from notice")).isEqualTo(TICKETS);
        }
    }

    private static long count(Database database, String query) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static void fill(Database database) {
        StaffMember supervisor =
                new StaffMember(new StaffId("s1"), "Sample", StaffMember.Role.SUPERVISOR, "13800000008", "zh");
        database.transactions()
                .run(books -> books.rosters().replace(new Roster(Roster.EMPTY.zone(), List.of(supervisor), List.of())));
        for (int first = 0; first < TICKETS; first += BATCH) {
            int from = first;
            database.transactions().run(books -> {
                for (int index = from; index < from + BATCH; index++) {
                    open(books, index);
                }
            });
        }
    }

    private static void open(Books books, int index) {
        Ticket ticket = new Ticket(
                books.tickets().next(),
                "caller/" + index,
                null,
                null,
                "REPORTED_BY_CALLER",
                Severity.MAJOR,
                new Origin.Telephone(new CallId("1." + index), "1"),
                BEGAN);
        books.tickets().open(ticket, new TicketMachine().initial(ticket), BEGAN);
        Promise promise = new Promise(new PromiseId(UUID.randomUUID()), ticket.id(), CLAUSE, BEGAN, "test");
        books.promises().open(promise, new PromiseMachine().initial(promise), BEGAN);
        Escalation escalation = new Escalation(ticket.id(), BEGAN, Rules.USUAL);
        books.escalations().open(escalation, new EscalationMachine().initial(escalation), BEGAN);
    }
}
