package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wrenchline.core.callback.CallbackMachine;
import wrenchline.core.command.CommandMachine;
import wrenchline.core.desk.Books;
import wrenchline.core.device.AccountMachine;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.promise.PromiseMachine;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketMachine;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Timed;

/** Random paths through the machines, kept and read again. */
class BooksTest {

    private static final int FEWEST_PATHS = 10;
    private static final int MOST_PATHS = 200;

    private static Database database;
    private static TicketId ticket;

    @BeforeAll
    static void open() {
        database = TestDatabase.open();
        Ticket facts = new Samples(new Random(1)).of(Ticket.class);
        ticket = facts.id();
        database.transactions().run(books -> books.tickets().open(facts, new TicketState.Raised(), Instant.EPOCH));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void ticket_book_gives_back_every_state_and_event() {
        walk(BookTable.TICKETS, new TicketMachine(), Books::tickets);
    }

    @Test
    void promise_book_gives_back_every_state_and_event() {
        walk(BookTable.PROMISES, new PromiseMachine(), Books::promises);
    }

    @Test
    void callback_book_gives_back_every_state_and_event() {
        walk(BookTable.CALLBACKS, new CallbackMachine(), Books::callbacks);
    }

    @Test
    void notice_book_gives_back_every_state_and_event() {
        walk(BookTable.NOTICES, new NoticeMachine(), Books::notices);
    }

    @Test
    void device_account_book_gives_back_every_state_and_event() {
        walk(BookTable.DEVICE_ACCOUNTS, new AccountMachine(), Books::accounts);
    }

    @Test
    void command_book_gives_back_every_state_and_event() {
        walk(BookTable.COMMANDS, new CommandMachine(), Books::commands);
    }

    private static <I, F, S extends Timed, E, X> void walk(
            BookTable<I, F, S, E> table,
            StateMachine<F, S, E, X> machine,
            Function<Books, ? extends Book<I, F, S, E>> book) {
        Random random = new Random(table.name().hashCode());
        Set<Class<?>> seen = new HashSet<>();
        List<Class<?>> states = Samples.leaves(table.state()).toList();
        for (int path = 0; path < FEWEST_PATHS || (path < MOST_PATHS && !seen.containsAll(states)); path++) {
            RandomPath<I, F, S, E, X> walked = new RandomPath<>(table, machine, book, database, ticket, random);
            seen.addAll(walked.walk());
            walked.assertKept();
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(states);
    }
}
