package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import wrenchline.core.transition.Dated;
import wrenchline.core.transition.Replay;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Timed;
import wrenchline.store.sql.Verification.Flaw;

/** Compares one book with the journal. */
record BookCheck<I, F, S extends Timed, E, X>(
        BookTable<I, F, S, E> table, StateMachine<F, S, E, X> machine, Handle handle, List<Flaw> flaws) {

    private static final int ROWS_AT_A_TIME = 500;

    /** Adds what does not agree to the flaws, and returns how many were looked at. */
    long run() {
        handle.createQuery("""
                        select distinct id from journal
                        where subject = :subject and not exists (select from %s where cast(%s.id as text) = journal.id)
                        """.formatted(table.name(), table.name()))
                .bind("subject", table.name())
                .mapTo(String.class)
                .forEach(id -> flaw(id, "the journal has its events, but it is gone"));
        return handle
                .createQuery("select * from " + table.name() + " order by id")
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, context) -> Row.of(row))
                .stream()
                .peek(this::check)
                .count();
    }

    private void check(Row row) {
        try {
            compare(row, new Journal(handle).of(table.name(), row.id()));
        } catch (IllegalArgumentException e) {
            flaw(row.id(), e.getMessage());
        }
    }

    private void compare(Row row, List<Journal.Entry> entries) {
        boolean gapless = IntStream.range(0, entries.size())
                .allMatch(index -> entries.get(index).version() == index);
        if (entries.isEmpty() || !gapless || entries.size() != row.version() + 1) {
            flaw(
                    row.id(),
                    "version " + row.version() + " is stored, and the journal has " + entries.size()
                            + " entries, the opening included");
            return;
        }
        if (!entries.getFirst().details().equals(row.facts())) {
            flaw(row.id(), "its facts are not those with which it was opened");
        }
        F facts = Json.read(table.facts(), entries.getFirst().details());
        S state = Replay.of(
                machine, facts, entries.stream().skip(1).map(this::event).toList());
        expect(row, "state", row.details(), Json.write(table.state(), state));
        expect(row, "name of the state", row.state(), state.getClass().getSimpleName());
        expect(row, "due time", row.due(), state.dueAt().map(SqlBook::storable).orElse(null));
        expect(row, "mark for being over", row.over(), state.over());
    }

    private Dated<E> event(Journal.Entry entry) {
        return new Dated<>(Json.read(table.event(), entry.details()), entry.at());
    }

    private void expect(Row row, String what, @Nullable Object stored, @Nullable Object recomputed) {
        if (!Objects.equals(stored, recomputed)) {
            flaw(row.id(), "its " + what + " is stored as " + stored + ", and its events give " + recomputed);
        }
    }

    private void flaw(String id, @Nullable String what) {
        flaws.add(new Flaw(table.name(), id, Objects.toString(what, "it cannot be read")));
    }

    private record Row(
            String id, String state, long version, @Nullable Instant due, boolean over, String facts, String details) {

        static Row of(ResultSet row) throws SQLException {
            Timestamp due = row.getTimestamp("due_at");
            return new Row(
                    row.getString("id"),
                    row.getString("state"),
                    row.getLong("version"),
                    due == null ? null : due.toInstant(),
                    row.getBoolean("over"),
                    row.getString("facts"),
                    row.getString("details"));
        }
    }
}
