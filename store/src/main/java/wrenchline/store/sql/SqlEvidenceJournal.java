package wrenchline.store.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import wrenchline.core.evidence.Chain;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.EvidenceJournal;
import wrenchline.core.evidence.Link;
import wrenchline.core.promise.PromiseId;

/**
 * The journals of evidence in PostgreSQL, in one transaction. What is appended is written together by {@link #writeDown}, which must come
 * before the end of the transaction.
 */
final class SqlEvidenceJournal implements EvidenceJournal {

    private static final RowMapper<Link> LINK = (row, context) -> new Link(
            row.getLong("sequence"), row.getTimestamp("at").toInstant(), row.getString("entry"), row.getString("hash"));

    private final Handle handle;
    private final Map<PromiseId, Chain> ends = new HashMap<>();
    private final List<Appended> appended = new ArrayList<>();

    private record Appended(PromiseId promise, Link link) {}

    SqlEvidenceJournal(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void begin(PromiseId promise, Evidence.Promised promised, Instant at) {
        ends.put(promise, Chain.of(promise));
        append(promise, promised, at);
    }

    @Override
    public void append(PromiseId promise, Evidence evidence, Instant at) {
        Chain end = ends.computeIfAbsent(promise, this::end);
        // What is hashed is what can be read again, and the database holds microseconds.
        Link next = end.seal(at.truncatedTo(ChronoUnit.MICROS), Json.writeSorted(Evidence.class, evidence));
        ends.put(promise, end.after(next));
        appended.add(new Appended(promise, next));
    }

    /** The end of a journal, which is held until the end of the transaction. */
    private Chain end(PromiseId promise) {
        Locks.hold(handle, "evidence/" + promise);
        return handle.createQuery("select * from evidence where promise = :promise order by sequence desc limit 1")
                .bind("promise", promise.value())
                .map(LINK)
                .findFirst()
                .map(Chain.of(promise)::after)
                .orElseGet(() -> Chain.of(promise));
    }

    /** Takes the lock of the unanchored row in any case: who anchors it must wait for this transaction. */
    void writeDown() {
        if (appended.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        with written as (
                            insert into evidence (promise, sequence, at, entry, hash)
                            select promise, sequence, cast(at as timestamptz), cast(entry as json), hash
                            from unnest(:promises, :sequences, :times, :entries, :hashes)
                                as told (promise, sequence, at, entry, hash)
                            returning promise, at
                        )
                        insert into evidence_unanchored (promise, at)
                        select promise, max(at) from written group by promise order by promise
                        on conflict (promise) do update set at = excluded.at
                        """)
                .bind("promises", values(UUID[]::new, told -> told.promise().value()))
                .bind("sequences", values(Long[]::new, told -> told.link().sequence()))
                .bind("times", values(String[]::new, told -> told.link().at().toString()))
                .bind("entries", values(String[]::new, told -> told.link().entry()))
                .bind("hashes", values(String[]::new, told -> told.link().hash()))
                .execute();
        appended.clear();
    }

    private <T> T[] values(IntFunction<T[]> array, Function<Appended, T> value) {
        return appended.stream().map(value).toArray(array);
    }

    @Override
    public List<Entry> of(PromiseId promise) {
        return links(promise).stream()
                .map(link ->
                        new Entry(link.sequence(), link.at(), Json.read(Evidence.class, link.entry()), link.hash()))
                .toList();
    }

    /** The entries as they were written. */
    List<Link> links(PromiseId promise) {
        writeDown();
        return handle.createQuery("select * from evidence where promise = :promise order by sequence")
                .bind("promise", promise.value())
                .map(LINK)
                .list();
    }
}
