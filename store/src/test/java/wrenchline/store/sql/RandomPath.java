package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import wrenchline.core.desk.Books;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Dated;
import wrenchline.core.transition.Replay;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Timed;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** One random path through one machine, kept step by step. */
final class RandomPath<I, F, S extends Timed, E, X> {
    private static final int STEPS = 30;

    private final BookTable<I, F, S, E> table;
    private final StateMachine<F, S, E, X> machine;
    private final Function<Books, ? extends Book<I, F, S, E>> book;
    private final Database database;
    private final Random random;
    private final Samples samples;
    private final F facts;
    private final List<Dated<E>> applied = new ArrayList<>();
    private S state;
    private Instant now = Instant.parse("2026-03-01T08:00:00.123456789Z");

    RandomPath(
            BookTable<I, F, S, E> table,
            StateMachine<F, S, E, X> machine,
            Function<Books, ? extends Book<I, F, S, E>> book,
            Database database,
            TicketId ticket,
            Random random) {
        this.database = database;
        this.table = table;
        this.machine = machine;
        this.book = book;
        this.random = random;
        Samples any = new Samples(random);
        this.samples = table.state() == TicketState.class ? any : any.ofTicket(ticket.value());
        this.facts = samples.of(table.facts());
        this.state = machine.initial(facts);
    }

    Set<Class<?>> walk() {
        Set<Class<?>> seen = new HashSet<>(Set.of(state.getClass()));
        database.transactions().run(books -> book.apply(books).open(facts, state, now));
        for (int step = 0; step < STEPS; step++) {
            now = now.plusNanos(random.nextLong(60_000_000_000L));
            samples.near(now, Json.write(table.state(), state));
            database.transactions().run(books -> step(book.apply(books), event()));
            seen.add(state.getClass());
        }
        return seen;
    }

    /** Mostly one that does not end the path, or few paths would get far. */
    private E event() {
        E event = samples.of(table.event());
        boolean ends =
                machine.on(facts, state, event, now) instanceof Transition.Moved<S, X>(S next, var _) && next.over();
        return ends && random.nextInt(8) > 0 ? samples.of(table.event()) : event;
    }

    private void step(Book<I, F, S, E> opened, E event) {
        Tracked<F, S> before = opened.find(table.id().apply(facts)).orElseThrow();
        assertThat(before).isEqualTo(new Tracked<>(facts, state, applied.size()));
        if (machine.on(facts, state, event, now) instanceof Transition.Moved<S, X>(S next, var _)) {
            opened.record(before, event, next, now);
            applied.add(new Dated<>(event, now));
            state = next;
        }
    }

    void assertKept() {
        database.transactions().run(books -> {
            Book<I, F, S, E> opened = book.apply(books);
            I id = table.id().apply(facts);
            assertThat(opened.look(id)).contains(new Tracked<>(facts, state, applied.size()));
            assertThat(opened.events(id)).isEqualTo(applied);
            assertThat(opened.all()).contains(id);
            assertThat(Replay.of(machine, facts, opened.events(id))).isEqualTo(state);
        });
    }
}
