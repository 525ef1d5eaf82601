package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import wrenchline.core.access.Claims;

/** Idempotency keys in PostgreSQL. */
record SqlClaims(Jdbi jdbi) implements Claims {

    private static final Duration KEPT = Duration.ofDays(1);

    @Override
    public Claim claim(String who, String key, String digest, Instant now) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("delete from claim where at < :old")
                    .bind("old", now.minus(KEPT))
                    .execute();
            int taken = of(
                            handle.createUpdate("insert into claim (who, key, digest, at)"
                                    + " values (:who, :key, :digest, :at) on conflict do nothing"),
                            who,
                            key)
                    .bind("digest", digest)
                    .bind("at", now)
                    .execute();
            return taken == 1 ? new Claim.Fresh() : look(handle, who, key, digest);
        });
    }

    private static Claim look(Handle handle, String who, String key, String digest) {
        return of(handle.createQuery("select * from claim where who = :who and key = :key"), who, key)
                .map((row, context) -> claim(row, digest))
                .one();
    }

    private static Claim claim(ResultSet row, String digest) throws SQLException {
        if (!row.getString("digest").equals(digest)) {
            return new Claim.Taken();
        }
        int status = row.getInt("status");
        return row.wasNull() ? new Claim.Open() : new Claim.Answered(status, row.getString("body"));
    }

    @Override
    public void answered(String who, String key, int status, String body) {
        jdbi.useHandle(handle -> of(
                        handle.createUpdate(
                                "update claim set status = :status, body = :body where who = :who and key = :key"),
                        who,
                        key)
                .bind("status", status)
                .bind("body", Text.storable(body))
                .execute());
    }

    @Override
    public void release(String who, String key) {
        jdbi.useHandle(handle -> of(handle.createUpdate("delete from claim where who = :who and key = :key"), who, key)
                .execute());
    }

    private static <S extends SqlStatement<S>> S of(S statement, String who, String key) {
        return statement.bind("who", who).bind("key", key);
    }
}
