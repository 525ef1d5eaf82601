package wrenchline.store.sql;

import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import wrenchline.core.access.EndedSessions;

/** Ended sessions in PostgreSQL. */
record SqlEndedSessions(Jdbi jdbi) implements EndedSessions {

    @Override
    public void end(String digest, Instant expires) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into ended_session (digest, expires) values (:digest, :expires) on conflict do nothing")
                .bind("digest", digest)
                .bind("expires", expires)
                .execute());
    }

    @Override
    public Set<String> at(Instant now) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("delete from ended_session where expires <= :now")
                    .bind("now", now)
                    .execute();
            return handle.createQuery("select digest from ended_session")
                    .mapTo(String.class)
                    .set();
        });
    }
}
