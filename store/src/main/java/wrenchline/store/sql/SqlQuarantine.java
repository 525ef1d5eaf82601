package wrenchline.store.sql;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import wrenchline.core.reading.Quarantine;
import wrenchline.core.reading.Quarantined;

/** The quarantine in PostgreSQL. */
record SqlQuarantine(Jdbi jdbi) implements Quarantine {

    @Override
    public void keep(Quarantined message) {
        jdbi.useHandle(handle -> put(handle, message, null, null));
    }

    /** Keeps {@code message}, which counts in the account of {@code machine} and {@code day}, or in none. */
    static void put(Handle handle, Quarantined message, @Nullable String machine, @Nullable LocalDate day) {
        handle.createUpdate("""
                        insert into quarantine (id, received, source, topic, payload, reason, machine, day)
                        values (:id, :received, :source, :topic, :payload, :reason, :machine, :day)
                        on conflict (id) do nothing
                        """)
                .bind("id", message.id())
                .bind("received", message.received())
                .bind("source", Text.storable(message.source()))
                .bind("topic", Text.storable(message.topic()))
                .bind("payload", message.payload())
                .bind("reason", Text.storable(message.reason()))
                .bind("machine", machine)
                .bind("day", day)
                .execute();
    }

    @Override
    public List<Quarantined> newest(int atMost) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from quarantine order by received desc, id limit :most")
                .bind("most", atMost)
                .map((row, context) -> new Quarantined(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("received").toInstant(),
                        row.getString("source"),
                        row.getString("topic"),
                        row.getBytes("payload"),
                        row.getString("reason")))
                .list());
    }
}
