package wrenchline.store.sql;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import wrenchline.core.evidence.Anchor;
import wrenchline.core.evidence.Chain;
import wrenchline.store.sql.Verification.Flaw;

/** Follows the chain through all journals, and looks whether the journals still are what it says. */
record AnchorCheck(Handle handle, List<Flaw> flaws) {

    private record Row(long number, String line, String hash) {}

    void run() {
        String previous = Chain.ORIGIN;
        long expected = 1;
        for (Row row : rows()) {
            if (row.number() != expected || !isAnchor(row, previous)) {
                flaws.add(new Flaw("anchor", Long.toString(row.number()), "it is not what was anchored"));
                return;
            }
            previous = row.hash();
            expected++;
        }
        rewritten()
                .forEach(promise -> flaws.add(new Flaw("evidence", promise, "its journal is not what was anchored")));
    }

    private static boolean isAnchor(Row row, String previous) {
        try {
            Anchor anchor = AnchorLine.read(row.line());
            return anchor.number() == row.number()
                    && anchor.previous().equals(previous)
                    && anchor.hash().equals(row.hash());
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private List<Row> rows() {
        return new ArrayList<>(handle.createQuery("select number, line, hash from evidence_anchor order by number")
                .map((row, context) -> new Row(row.getLong("number"), row.getString("line"), row.getString("hash")))
                .list());
    }

    /** Journals that lack an anchored entry, or have another in its place. */
    private List<String> rewritten() {
        return handle.createQuery("""
                        select distinct anchored.promise::text from evidence_anchored anchored
                        left join evidence entry
                            on entry.promise = anchored.promise and entry.sequence = anchored.sequence
                        where entry.hash is distinct from anchored.hash order by 1
                        """).mapTo(String.class).list();
    }
}
