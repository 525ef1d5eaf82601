package wrenchline.store.sql;

import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.Engagements;
import wrenchline.core.duty.StaffId;

/** Who is on the line, in PostgreSQL. Two that engage the same person at once wait for each other; the second is refused. */
record SqlEngagements(Handle handle) implements Engagements {

    @Override
    public boolean engage(StaffId staff, CallbackId callback, AttemptId attempt) {
        return handle.createUpdate("""
                        insert into engagement (staff, callback, attempt) values (:staff, :callback, :attempt)
                        on conflict (staff) do nothing
                        """)
                        .bind("staff", staff.value())
                        .bind("callback", callback.value())
                        .bind("attempt", attempt.value())
                        .execute()
                == 1;
    }

    @Override
    public void keepOnly(CallbackId callback, Set<AttemptId> live) {
        handle.createUpdate("delete from engagement where callback = :callback and attempt <> all(:live)")
                .bind("callback", callback.value())
                .bind("live", live.stream().map(AttemptId::value).toArray(UUID[]::new))
                .execute();
    }
}
