package wrenchline.store.sql;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Dated;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Timed;
import wrenchline.core.transition.Tracked;

/** Any of the books: facts, state and the skeleton in a table, the events in the journal. */
class SqlBook<I, F, S extends Timed, E> implements Book<I, F, S, E> {

    private final BookTable<I, F, S, E> table;
    private final Handle handle;
    private final Journal journal;

    SqlBook(BookTable<I, F, S, E> table, Handle handle, Journal journal) {
        this.table = table;
        this.handle = handle;
        this.journal = journal;
    }

    @Override
    public final Optional<Tracked<F, S>> find(I id) {
        return one(select("where id = :id for update").bind("id", table.key().apply(id)));
    }

    @Override
    public final Optional<Tracked<F, S>> look(I id) {
        return one(select("where id = :id").bind("id", table.key().apply(id)));
    }

    @Override
    public final void open(F facts, S initial, Instant at) {
        open(List.of(facts), _ -> initial, at);
    }

    @Override
    public final void open(List<F> several, Function<F, S> initial, Instant at) {
        if (several.isEmpty()) {
            return;
        }
        List<String> more = List.copyOf(table.more().apply(several.getFirst()).keySet());
        PreparedBatch batch = handle.prepareBatch("""
                insert into %s (id, state, version, due_at, over, opened_at, changed_at, facts, details%s)
                values (:id, :state, 0, :due, :over, :at, :at, cast(:facts as json), cast(:details as json)%s)
                """.formatted(
                        table.name(),
                        more.stream().map(", "::concat).collect(joining()),
                        more.stream().map(", :"::concat).collect(joining())));
        for (F facts : several) {
            I id = table.id().apply(facts);
            String json = Json.write(table.facts(), facts);
            batch.bind("id", table.key().apply(id))
                    .bind("facts", json)
                    .bindMap(table.more().apply(facts));
            withSkeleton(batch, initial.apply(facts), at).add();
            journal.append(table.name(), id.toString(), 0, Journal.OPENED, json, at);
        }
        batch.execute();
    }

    @Override
    public final void record(Tracked<F, S> before, E event, S after, Instant at) {
        I id = table.id().apply(before.facts());
        Update update = handle.createUpdate("""
                        update %s set state = :state, version = version + 1, due_at = :due, over = :over,
                            changed_at = :at, details = cast(:details as json)
                        where id = :id and version = :version
                        """.formatted(table.name()))
                .bind("id", table.key().apply(id))
                .bind("version", before.version());
        if (withSkeleton(update, after, at).execute() == 0) {
            throw new StaleVersion(table.name() + " " + id);
        }
        String name = event.getClass().getSimpleName();
        journal.append(table.name(), id.toString(), before.version() + 1, name, Json.write(table.event(), event), at);
    }

    @Override
    public final List<Tracked<F, S>> due(Instant now, int atMost) {
        return many(select("where due_at <= :now order by due_at limit :most for update skip locked")
                .bind("now", storable(now))
                .bind("most", atMost));
    }

    @Override
    public final Optional<Tracked<F, S>> longestDue(Instant now) {
        return one(select("where due_at <= :now order by due_at limit 1").bind("now", storable(now)));
    }

    @Override
    public final List<Dated<E>> events(I id) {
        return journal.of(table.name(), id.toString()).stream()
                .filter(entry -> entry.version() > 0)
                .map(entry -> new Dated<>(Json.read(table.event(), entry.details()), entry.at()))
                .toList();
    }

    @Override
    public final List<I> all() {
        return handle.createQuery("select id from " + table.name() + " order by opened_at, id")
                .map((row, context) -> table.identifier().apply(row.getObject(1)))
                .list();
    }

    /** A query for tracked things; {@code rest} comes after {@code from}. */
    final Query select(String rest) {
        return handle.createQuery("select facts, details, version from " + table.name() + " " + rest);
    }

    final List<Tracked<F, S>> many(Query query) {
        return query.map((row, context) -> tracked(row)).list();
    }

    /** A page of {@code list}, of which {@code among} holds for every item. */
    final Optional<Page<Tracked<F, S>>> page(SqlList list, Excerpt excerpt, String among, Map<String, ?> values) {
        return list.page(handle, excerpt, among, values, (row, context) -> tracked(row));
    }

    final Optional<Tracked<F, S>> one(Query query) {
        return query.map((row, context) -> tracked(row)).findFirst();
    }

    final Handle handle() {
        return handle;
    }

    private Tracked<F, S> tracked(ResultSet row) throws SQLException {
        return new Tracked<>(
                Json.read(table.facts(), row.getString("facts")),
                Json.read(table.state(), row.getString("details")),
                row.getLong("version"));
    }

    /** The database holds microseconds; cut off alike on both sides of a comparison, equal times stay equal. */
    static Instant storable(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private <B extends SqlStatement<B>> B withSkeleton(B statement, S state, Instant at) {
        return statement
                .bind("state", state.getClass().getSimpleName())
                .bind("due", state.dueAt().map(SqlBook::storable).orElse(null))
                .bind("over", state.over())
                .bind("at", at)
                .bind("details", Json.write(table.state(), state));
    }
}
