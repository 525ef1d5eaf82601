package wrenchline.store.sql;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.Engagements;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.TicketId;

/** Who is on the line, in PostgreSQL. Two that engage the same person at once wait for each other; the second is refused. */
record SqlEngagements(Handle handle) implements Engagements {

    @Override
    public boolean engage(StaffId staff, CallbackId callback, AttemptId attempt, Instant now) {
        return enter(handle.createUpdate("""
                        insert into engagement as known (staff, callback, attempt) values (:staff, :callback, :attempt)
                        on conflict (staff) do update set
                            callback = excluded.callback, ticket = null, attempt = excluded.attempt, expires = null
                        where known.expires <= :now
                        """).bind("callback", callback.value()), staff, attempt, now);
    }

    @Override
    public boolean engage(StaffId staff, TicketId ticket, AttemptId attempt, Instant now) {
        return enter(
                handle.createUpdate("""
                        insert into engagement as known (staff, ticket, attempt, expires)
                        select :staff, :ticket, :attempt, :expires
                        where not exists (select from phone_order where attempt = :attempt)
                        on conflict (staff) do update set
                            callback = null, ticket = excluded.ticket, attempt = excluded.attempt, expires = excluded.expires
                        where known.expires <= :now
                        """).bind("ticket", ticket.value()).bind("expires", now.plus(LONGEST_RING)),
                staff,
                attempt,
                now);
    }

    private static boolean enter(Update update, StaffId staff, AttemptId attempt, Instant now) {
        return update.bind("staff", staff.value())
                        .bind("attempt", attempt.value())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    @Override
    public Set<StaffId> engaged(Instant now) {
        return handle.createQuery("select staff from engagement where expires is null or expires > :now")
                .bind("now", now)
                .mapTo(String.class)
                .map(StaffId::new)
                .set();
    }

    @Override
    public void keepOnly(CallbackId callback, Set<AttemptId> live) {
        handle.createUpdate("delete from engagement where callback = :callback and attempt <> all(:live)")
                .bind("callback", callback.value())
                .bind("live", live.stream().map(AttemptId::value).toArray(UUID[]::new))
                .execute();
    }
}
