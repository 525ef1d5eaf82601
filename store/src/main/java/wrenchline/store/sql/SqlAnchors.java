package wrenchline.store.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import wrenchline.core.evidence.Anchor;
import wrenchline.core.evidence.Anchors;
import wrenchline.core.evidence.Chain;
import wrenchline.core.promise.PromiseId;

/** The chain through all journals in PostgreSQL. */
record SqlAnchors(SqlTransactions transactions) implements Anchors {

    private static final int MOST_HEADS = 500;

    @Override
    public Optional<Anchor> drop(Instant at) {
        return transactions.repeatably(handle -> {
            Locks.hold(handle, "evidence-anchors");
            List<UUID> fresh = handle.createQuery("""
                            delete from evidence_unanchored where promise in (
                                select promise from evidence_unanchored order by at limit :most for update skip locked)
                            returning promise
                            """)
                    .bind("most", MOST_HEADS)
                    .mapTo(UUID.class)
                    .list();
            return fresh.isEmpty() ? Optional.<Anchor>empty() : Optional.of(drop(handle, fresh, at));
        });
    }

    private static Anchor drop(Handle handle, List<UUID> promises, Instant at) {
        List<Anchor.Head> heads = handle.createQuery("""
                        select distinct on (promise) promise, sequence, hash from evidence
                        where promise in (<promises>) order by promise, sequence desc
                        """)
                .bindList("promises", promises)
                .map((row, context) -> new Anchor.Head(
                        new PromiseId(row.getObject("promise", UUID.class)),
                        row.getLong("sequence"),
                        row.getString("hash")))
                .list();
        Optional<Anchor> last =
                anchors(handle, "where number > :number order by number desc limit :most", 0, 1).stream()
                        .findFirst();
        Anchor anchor = new Anchor(
                last.map(Anchor::number).orElse(0L) + 1,
                at.truncatedTo(ChronoUnit.MICROS),
                last.map(Anchor::hash).orElse(Chain.ORIGIN),
                heads);
        handle.createUpdate("insert into evidence_anchor (number, at, line, hash) values (:number, :at, :line, :hash)")
                .bind("number", anchor.number())
                .bind("at", anchor.at())
                .bind("line", anchor.line())
                .bind("hash", anchor.hash())
                .execute();
        handle.createUpdate("""
                        insert into evidence_anchored (promise, sequence, hash, anchor)
                        select promise, sequence, hash, :anchor
                        from unnest(:promises, :sequences, :hashes) as head (promise, sequence, hash)
                        on conflict do nothing
                        """)
                .bind("anchor", anchor.number())
                .bind(
                        "promises",
                        heads.stream().map(head -> head.promise().value()).toArray(UUID[]::new))
                .bind("sequences", heads.stream().map(Anchor.Head::sequence).toArray(Long[]::new))
                .bind("hashes", heads.stream().map(Anchor.Head::hash).toArray(String[]::new))
                .execute();
        return anchor;
    }

    @Override
    public Optional<Anchor> covering(PromiseId promise, long sequence) {
        return transactions.repeatably(handle -> handle.createQuery("""
                        select anchor.line from evidence_anchored head join evidence_anchor anchor on anchor.number = head.anchor
                        where head.promise = :promise and head.sequence >= :sequence order by head.sequence limit 1
                        """)
                .bind("promise", promise.value())
                .bind("sequence", sequence)
                .map((row, context) -> AnchorLine.read(row.getString("line")))
                .findFirst());
    }

    @Override
    public List<Anchor> after(long number, int atMost) {
        return transactions.repeatably(
                handle -> anchors(handle, "where number > :number order by number limit :most", number, atMost));
    }

    private static List<Anchor> anchors(Handle handle, String rest, long number, int most) {
        return handle.createQuery("select line from evidence_anchor " + rest)
                .bind("number", number)
                .bind("most", most)
                .map((row, context) -> AnchorLine.read(row.getString("line")))
                .list();
    }
}
