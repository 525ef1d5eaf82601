package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.core.callback.CallbackMachine;
import wrenchline.core.command.CommandMachine;
import wrenchline.core.desk.Books;
import wrenchline.core.device.AccountMachine;
import wrenchline.core.equipment.Severity;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseMachine;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketMachine;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Timed;
import wrenchline.store.sql.Verification.Flaw;

class VerificationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.5Z");

    private final Random random = new Random(11);
    private final Samples samples = new Samples(random);
    private Database database;
    private Ticket ticket;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        ticket = samples.of(Ticket.class);
        database.transactions().run(books -> books.tickets().open(ticket, new TicketState.Raised(), NOW));
        walk(BookTable.TICKETS, new TicketMachine(), Books::tickets);
        walk(BookTable.PROMISES, new PromiseMachine(), Books::promises);
        archive();
        walk(BookTable.CALLBACKS, new CallbackMachine(), Books::callbacks);
        walk(BookTable.NOTICES, new NoticeMachine(), Books::notices);
        walk(BookTable.COMMANDS, new CommandMachine(), Books::commands);
        walk(BookTable.DEVICE_ACCOUNTS, new AccountMachine(), Books::accounts);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothing_is_found_where_nothing_was_touched() {
        appendEvidence(new PromiseId(UUID.randomUUID()), 5);
        assertThat(database.verification().run()).isEqualTo(new Verification.Report(8, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update promise set due_at = coalesce(due_at, now()) + interval '1 second'",
                "update promise set over = not over",
                "update promise set version = version + 1",
                "update promise set state = 'Kept late'",
                "update promise set details = '{\"is\":\"Void\",\"at\":\"2026-03-01T08:00:00Z\",\"reason\":\"\"}'",
                "update promise set details = '{\"is\":\"Nonsense\"}'",
                "update promise set facts = '{}'",
                "delete from promise"
            })
    void a_promise_that_was_touched_is_found(String statement) {
        touch(statement);
        assertThat(database.verification().run().flaws())
                .extracting(Flaw::subject)
                .containsOnly("promise");
    }

    @Test
    void evidence_that_was_changed_behind_the_back_is_found() {
        PromiseId promise = new PromiseId(UUID.randomUUID());
        appendEvidence(promise, 5);
        touch("alter table evidence disable trigger append_only");
        touch("update evidence set at = at - interval '1 minute' where sequence = 3");
        assertThat(database.verification().run().flaws())
                .containsExactly(new Flaw("evidence", promise.toString(), "entry 3 is not what was sealed"));
    }

    @Test
    void evidence_that_was_cut_out_is_found() {
        PromiseId promise = new PromiseId(UUID.randomUUID());
        appendEvidence(promise, 5);
        touch("alter table evidence disable trigger append_only");
        touch("delete from evidence where sequence = 2");
        assertThat(database.verification().run().flaws()).extracting(Flaw::id).containsExactly(promise.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal set event = 'Kept'", "delete from journal", "truncate journal",
                "update evidence set hash = ''", "delete from evidence", "truncate evidence"
            })
    void the_database_itself_refuses_to_change_a_journal(String statement) {
        appendEvidence(new PromiseId(UUID.randomUUID()), 1);
        assertThatThrownBy(() -> touch(statement)).hasMessageContaining("is append-only");
    }

    /** The policy that gave the sampled promise its clause. */
    private void archive() {
        database.transactions().run(books -> {
            Promise promise = books.promises()
                    .look(books.promises().all().getFirst())
                    .orElseThrow()
                    .facts();
            Policy.Rule rule =
                    new Policy.Rule(promise.clause(), Set.of(Policy.Source.values()), Set.of(Severity.values()));
            Policy.CallbackRules callback =
                    new Policy.CallbackRules(Duration.ofSeconds(20), Duration.ofSeconds(25), List.of(), List.of());
            books.policies().enter(new Policy(promise.policyVersion(), List.of(rule), callback), NOW);
        });
    }

    private void appendEvidence(PromiseId promise, int times) {
        for (int time = 0; time < times; time++) {
            database.transactions()
                    .run(books -> books.evidence().append(promise, samples.of(Evidence.class), NOW.plusNanos(17)));
        }
    }

    private void touch(String statement) {
        database.jdbi().useHandle(handle -> handle.execute(statement));
    }

    private <I, F, S extends Timed, E, X> void walk(
            BookTable<I, F, S, E> table,
            StateMachine<F, S, E, X> machine,
            Function<Books, ? extends Book<I, F, S, E>> book) {
        new RandomPath<>(table, machine, book, database, ticket.id(), random).walk();
    }
}
