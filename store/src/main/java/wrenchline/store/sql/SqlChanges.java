package wrenchline.store.sql;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import wrenchline.core.desk.Change;
import wrenchline.core.desk.Changes;

/** The journal as a stream. Changes at or beyond the horizon wait: an older transaction may still write before them. */
record SqlChanges(Jdbi jdbi) implements Changes {

    @Override
    public List<Change> after(long position, int atMost) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select position, at, subject, id, event from journal
                        where position > :position and position < journal_horizon()
                        order by position limit :most
                        """)
                .bind("position", position)
                .bind("most", atMost)
                .map((row, context) -> new Change(
                        row.getLong("position"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("subject"),
                        row.getString("id"),
                        row.getString("event")))
                .list());
    }

    @Override
    public long newest() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(max(position), 0) from journal where position < journal_horizon()")
                .mapTo(Long.class)
                .one());
    }
}
