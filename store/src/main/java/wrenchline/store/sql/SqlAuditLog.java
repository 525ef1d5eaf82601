package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import wrenchline.core.access.Act;
import wrenchline.core.access.AuditLog;

/** The audit log in PostgreSQL, which refuses to change what was written. */
record SqlAuditLog(Jdbi jdbi) implements AuditLog {

    @Override
    public long begin(Act act) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into audit (at, who, address, operation, object, details)
                        values (:at, :who, :address, :operation, :object, :details) returning number
                        """)
                .bind("at", act.at())
                .bind("who", Text.storable(act.who()))
                .bind("address", act.address())
                .bind("operation", act.operation())
                .bind("object", Text.storable(act.object()))
                .bind("details", Text.storable(act.details()))
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void end(long number, int status) {
        jdbi.useHandle(handle -> handle.createUpdate("update audit set status = :status where number = :number")
                .bind("number", number)
                .bind("status", status)
                .execute());
    }

    @Override
    public List<Act> page(Filter filter, long before, int atMost) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from audit where number < :before
                            and (:who = '' or who = :who) and (:operation = '' or operation = :operation)
                            and (:object = '' or object = :object)
                        order by number desc limit :most
                        """)
                .bind("before", before)
                .bind("who", filter.who())
                .bind("operation", filter.operation())
                .bind("object", filter.object())
                .bind("most", atMost)
                .map((row, context) -> act(row))
                .list());
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getString("address"),
                row.getString("operation"),
                row.getString("object"),
                row.getString("details"),
                row.getInt("status"));
    }
}
