package wrenchline.store.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import wrenchline.core.evidence.Chain;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.EvidenceJournal;
import wrenchline.core.evidence.Link;
import wrenchline.core.promise.PromiseId;

/** The journals of evidence in PostgreSQL. */
record SqlEvidenceJournal(Handle handle) implements EvidenceJournal {

    private static final RowMapper<Link> LINK = (row, context) -> new Link(
            row.getLong("sequence"), row.getTimestamp("at").toInstant(), row.getString("entry"), row.getString("hash"));

    @Override
    public void append(PromiseId promise, Evidence evidence, Instant at) {
        Locks.hold(handle, "evidence/" + promise);
        Optional<Link> last = handle.createQuery(
                        "select * from evidence where promise = :promise order by sequence desc limit 1")
                .bind("promise", promise.value())
                .map(LINK)
                .findFirst();
        String entry = Json.writeSorted(Evidence.class, evidence);
        // What is hashed is what can be read again, and the database holds microseconds.
        Link next = last.map(Chain.of(promise)::after)
                .orElseGet(() -> Chain.of(promise))
                .seal(at.truncatedTo(ChronoUnit.MICROS), entry);
        handle.createUpdate("""
                        insert into evidence (promise, sequence, at, entry, hash)
                        values (:promise, :sequence, :at, cast(:entry as json), :hash)
                        """)
                .bind("promise", promise.value())
                .bind("sequence", next.sequence())
                .bind("at", next.at())
                .bind("entry", entry)
                .bind("hash", next.hash())
                .execute();
        // Takes the row's lock in any case: who anchors it must wait for this transaction.
        handle.createUpdate("""
                        insert into evidence_unanchored (promise, at) values (:promise, :at)
                        on conflict (promise) do update set at = excluded.at
                        """)
                .bind("promise", promise.value())
                .bind("at", next.at())
                .execute();
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
        return handle.createQuery("select * from evidence where promise = :promise order by sequence")
                .bind("promise", promise.value())
                .map(LINK)
                .list();
    }
}
