package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wrenchline.config.PolicyFile;
import wrenchline.config.Texts;
import wrenchline.core.call.CallId;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackMachine;
import wrenchline.core.callback.LadderStep;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.NoticeDesk;
import wrenchline.core.desk.Sweep;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Rung;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Severity;
import wrenchline.core.escalation.Escalation;
import wrenchline.core.escalation.EscalationMachine;
import wrenchline.core.escalation.Rules;
import wrenchline.core.escalation.Step;
import wrenchline.core.escalation.Way;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.notice.Providers;
import wrenchline.core.notice.SendingRules;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.PromiseMachine;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketMachine;
import wrenchline.testkit.SettableClock;

/** Two instances of the product on one database, both sweeping as fast as they can. */
@Tag("slow")
class TwoInstancesTest {

    private static final int TICKETS = 10_000;
    private static final long FIRST = 77_000_001;
    private static final Duration RUNG = Duration.ofMinutes(10);
    private static final Instant BEGAN = Instant.parse("2026-03-02T01:00:00Z");
    private static final Clause CLAUSE = new Clause("response-2h", PromiseKind.RESPONSE, Duration.ofHours(2), "两小时内响应");

    private final SettableClock clock = new SettableClock(BEGAN);
    private final Database database = TestDatabase.open();
    private final Desk desk = new Desk(
            database.transactions(),
            clock,
            PolicyFile.read(Path.of("../config/policy.yaml")),
            Texts.read(Path.of("../config/texts")),
            Map.of());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void ten_thousand_breaches_are_each_found_and_told_once() throws Exception {
        fill(TwoInstancesTest::promise);
        clock.advance(CLAUSE.within());

        assertThat(both(new Sweep(desk)::promises)).isEqualTo(TICKETS);
        assertThat(count("select count(*) from promise where state = 'Broken'")).isEqualTo(TICKETS);
        assertThat(count("select count(*) from journal where subject = 'promise' and event = 'ClockRead'"))
                .isEqualTo(TICKETS);
        assertThat(count("select count(distinct ticket) from notice")).isEqualTo(TICKETS);
        assertThat(count("select count(*) from notice")).isEqualTo(TICKETS);
    }

    @Test
    void each_message_of_the_outbox_is_handed_over_once() throws Exception {
        fill(TwoInstancesTest::message);
        TakingProvider provider = new TakingProvider();

        both(() ->
                new NoticeDesk(desk, new Providers(List.of(provider)), SendingRules.USUAL, Runnable::run).submitDue());
        assertThat(provider.took()).hasSize(TICKETS);
        assertThat(provider.took().values()).allMatch(times -> times == 1);
        assertThat(count("select count(*) from notice where state = 'Accepted'"))
                .isEqualTo(TICKETS);
        assertThat(count("select count(*) from journal where subject = 'notice' and event = 'Taken'"))
                .isEqualTo(TICKETS);
    }

    @Test
    void each_rung_of_a_ladder_is_taken_once() throws Exception {
        fill(TwoInstancesTest::escalation);
        clock.advance(RUNG);

        assertThat(both(new Sweep(desk)::escalations)).isEqualTo(TICKETS);
        assertThat(count("select count(*) from journal where subject = 'escalation' and event = 'ClockRead'"))
                .isEqualTo(TICKETS);
        assertThat(count("select count(distinct ticket) from notice")).isEqualTo(TICKETS);
        assertThat(count("select count(*) from notice")).isEqualTo(TICKETS);
    }

    @Test
    void for_each_callback_its_engineer_is_rung_once_and_each_order_is_handed_out_once() throws Exception {
        fill(TwoInstancesTest::callback);

        assertThat(both(new Sweep(desk)::callbacks)).isEqualTo(TICKETS);
        assertThat(count("select count(*) from journal where subject = 'callback' and event = 'ClockRead'"))
                .isEqualTo(TICKETS);
        assertThat(count("select count(*) from notice")).isEqualTo(TICKETS);
        Set<AttemptId> attempts = ConcurrentHashMap.newKeySet();
        int handedOut = both(() -> {
            List<PhoneOrder> orders =
                    desk.transactions().call(books -> books.phoneOrders().take(50, clock.instant()));
            orders.forEach(order -> assertThat(attempts.add(((PhoneOrder.RingStaff) order).attempt()))
                    .isTrue());
            return orders.size();
        });
        assertThat(handedOut).isEqualTo(TICKETS);
    }

    /** Both instances do {@code work} until it finds no more; how much they found together. */
    private static int both(IntSupplier work) throws Exception {
        Callable<Integer> instance = () -> {
            int found = 0;
            for (int swept = work.getAsInt(); swept > 0; swept = work.getAsInt()) {
                found += swept;
            }
            return found;
        };
        int found = 0;
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> one : instances.invokeAll(List.of(instance, instance))) {
                found += one.get();
            }
        }
        return found;
    }

    private long count(String query) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /** One ticket by the product, with {@code more}; the others are copies of it, for they are not what is tested. */
    private void fill(BiConsumer<Books, Ticket> more) {
        StaffMember supervisor =
                new StaffMember(new StaffId("s1"), "Sample", StaffMember.Role.SUPERVISOR, "13800000008", "zh");
        database.jdbi().useHandle(handle -> handle.execute("alter sequence ticket_number restart " + FIRST));
        database.transactions().run(books -> {
            books.rosters().replace(new Roster(Roster.EMPTY.zone(), List.of(supervisor), List.of()));
            more.accept(books, ticket(books));
        });
        List.of("ticket", "promise", "escalation", "callback", "notice", "journal")
                .forEach(this::copy);
    }

    /** Each copy has a number of its own wherever the first ticket's stands: in its facts, its keys, its people. */
    private void copy(String table) {
        database.jdbi().useHandle(handle -> {
            String columns = String.join(
                    ", ",
                    handle.createQuery("""
                            select column_name from information_schema.columns
                            where table_name = :table and is_generated = 'NEVER' and column_name <> 'position'
                            """)
                            .bind("table", table)
                            .mapTo(String.class)
                            .list());
            boolean numbered = table.equals("journal");
            int copies = handle.createUpdate("insert into %s (%s%s) select %s%s from (%s)"
                            .formatted(
                                    table,
                                    columns,
                                    numbered ? ", position" : "",
                                    columns,
                                    numbered ? ", journal_position(cast(row_number() over () as integer))" : "",
                                    """
                            select (json_populate_record(cast(null as %1$s),
                                cast(replace(cast(row_to_json(%1$s) as text), :first, cast(number as text)) as json))).*
                            from %1$s, generate_series(cast(:first as bigint) + 1, cast(:first as bigint) + :more) as number
                            """.formatted(table)))
                    .bind("first", Long.toString(FIRST))
                    .bind("more", TICKETS - 1)
                    .execute();
            if (copies > 0) {
                // What is analysed while it is empty is taken to stay so.
                handle.execute("analyze " + table);
            }
        });
    }

    private static Ticket ticket(Books books) {
        TicketId id = books.tickets().next();
        Ticket ticket = new Ticket(
                id,
                "caller/" + id,
                null,
                null,
                "REPORTED_BY_CALLER",
                Severity.MAJOR,
                new Origin.Telephone(new CallId("1." + id), "1"),
                BEGAN);
        books.tickets().open(ticket, new TicketMachine().initial(ticket), BEGAN);
        return ticket;
    }

    /** Has the ticket's number in it. */
    private static UUID uuid(Ticket ticket) {
        return UUID.fromString(
                "00000000-0000-0000-0000-0000%08d".formatted(ticket.id().value()));
    }

    private static Promise promise(Books books, Ticket ticket) {
        Promise promise = new Promise(new PromiseId(uuid(ticket)), ticket.id(), CLAUSE, BEGAN, "test");
        books.promises().open(promise, new PromiseMachine().initial(promise), BEGAN);
        return promise;
    }

    private static void message(Books books, Ticket ticket) {
        String number = "139%08d".formatted(ticket.id().value());
        Notice notice =
                new Notice(new NoticeId(uuid(ticket)), NoticeKind.REMINDER, ticket.id(), number, "", "sample", BEGAN);
        books.notices().open(notice, new NoticeMachine().initial(notice), BEGAN);
    }

    private static void escalation(Books books, Ticket ticket) {
        Step step = new Step(RUNG, Rung.Target.SUPERVISOR, List.of(Way.SMS));
        Rules rules = new Rules(List.of(step), RUNG, RUNG);
        Escalation escalation = new Escalation(ticket.id(), BEGAN, rules);
        books.escalations().open(escalation, new EscalationMachine().initial(escalation), BEGAN);
    }

    /** Each has an engineer of its own, for nobody is rung for two at once. */
    private static void callback(Books books, Ticket ticket) {
        StaffMember engineer = new StaffMember(
                new StaffId("e" + ticket.id()),
                "Sample",
                StaffMember.Role.ENGINEER,
                "138%08d".formatted(ticket.id().value()),
                "zh");
        Callback callback = new Callback(
                new CallbackId(uuid(ticket)),
                ticket.id(),
                promise(books, ticket).id(),
                "13900000001",
                "zh",
                BEGAN,
                Duration.ofSeconds(20),
                Duration.ofSeconds(25),
                List.of(),
                List.of(new LadderStep(Duration.ZERO, Rung.Target.FIRST_ENGINEER, List.of(engineer))));
        books.callbacks().open(callback, new CallbackMachine().initial(callback), BEGAN);
    }
}
