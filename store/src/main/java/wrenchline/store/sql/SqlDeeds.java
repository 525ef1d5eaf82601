package wrenchline.store.sql;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import wrenchline.core.ticket.Deeds;
import wrenchline.core.ticket.TicketId;

/** What was done from telephones, in PostgreSQL. */
record SqlDeeds(Handle handle) implements Deeds {

    @Override
    public Optional<String> outcome(UUID key) {
        Locks.hold(handle, "deed " + key);
        return handle.createQuery("select outcome from field_deed where key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public void keep(UUID key, TicketId ticket, String outcome, Instant at) {
        handle.createUpdate("insert into field_deed values (:key, :ticket, :outcome, :at)")
                .bind("key", key)
                .bind("ticket", ticket.value())
                .bind("outcome", outcome)
                .bind("at", at)
                .execute();
    }
}
