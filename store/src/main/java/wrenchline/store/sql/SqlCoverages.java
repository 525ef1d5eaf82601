package wrenchline.store.sql;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jdbi.v3.core.Handle;
import wrenchline.core.warranty.Coverage;
import wrenchline.core.warranty.Coverages;

/** The lines of coverage in PostgreSQL. */
record SqlCoverages(Handle handle) implements Coverages {

    @Override
    public List<Coverage> enter(List<Coverage> lines) {
        return lines.stream().filter(this::isNew).toList();
    }

    private boolean isNew(Coverage line) {
        return handle.createUpdate("""
                        insert into coverage (model, component, since, term, reference)
                        values (:model, :component, :since, :term, :reference) on conflict do nothing
                        """)
                        .bind("model", line.model())
                        .bind("component", line.component())
                        .bind("since", line.since())
                        .bind("term", line.term().toString())
                        .bind("reference", line.reference())
                        .execute()
                > 0;
    }

    @Override
    public List<Coverage> all() {
        return handle.createQuery("select * from coverage order by number")
                .map((row, context) -> new Coverage(
                        row.getString("model"),
                        row.getString("component"),
                        Period.parse(row.getString("term")),
                        row.getObject("since", LocalDate.class),
                        row.getString("reference")))
                .list();
    }
}
