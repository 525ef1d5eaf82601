package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import wrenchline.core.access.OpenSession;
import wrenchline.core.access.OpenSessions;

/** Browsers that signed in, in PostgreSQL. */
record SqlOpenSessions(Jdbi jdbi) implements OpenSessions {

    @Override
    public void begin(OpenSession session) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into open_session (digest, account, stamp, began, seen, expires, address, browser)
                        values (:digest, :account, :stamp, :began, :seen, :expires, :address, :browser)
                        """)
                .bind("digest", session.digest())
                .bind("account", session.account())
                .bind("stamp", session.stamp())
                .bind("began", session.began())
                .bind("seen", session.seen())
                .bind("expires", session.expires())
                .bind("address", session.address())
                .bind("browser", Text.storable(session.browser()))
                .execute());
    }

    @Override
    public void seen(Map<String, Instant> times) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("update open_session set seen = greatest(seen, :seen) where digest = :digest");
            times.forEach((digest, seen) ->
                    batch.bind("digest", digest).bind("seen", seen).add());
            batch.execute();
        });
    }

    @Override
    public List<OpenSession> at(Instant now) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("delete from open_session where expires <= :now")
                    .bind("now", now)
                    .execute();
            return handle.createQuery("select * from open_session order by began desc, digest")
                    .map((row, context) -> session(row))
                    .list();
        });
    }

    private static OpenSession session(ResultSet row) throws SQLException {
        return new OpenSession(
                row.getString("digest"),
                row.getString("account"),
                row.getLong("stamp"),
                row.getTimestamp("began").toInstant(),
                row.getTimestamp("seen").toInstant(),
                row.getTimestamp("expires").toInstant(),
                row.getString("address"),
                row.getString("browser"));
    }
}
