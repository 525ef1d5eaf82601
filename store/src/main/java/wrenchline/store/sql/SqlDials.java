package wrenchline.store.sql;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import wrenchline.core.callback.Dials;

/** The numbers that were dialled, in PostgreSQL; kept for a day. */
record SqlDials(Handle handle) implements Dials {

    private static final Duration KEPT = Duration.ofDays(1);

    @Override
    public void note(String number, Instant at) {
        handle.createUpdate("delete from dial where at < :old")
                .bind("old", at.minus(KEPT))
                .execute();
        handle.createUpdate("insert into dial (number, at) values (:number, :at)")
                .bind("number", number)
                .bind("at", at)
                .execute();
    }

    @Override
    public int count(String number, Instant since) {
        return handle.createQuery("select count(*) from dial where number = :number and at >= :since")
                .bind("number", number)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }
}
