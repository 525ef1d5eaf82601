package wrenchline.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import wrenchline.core.call.Recording;
import wrenchline.core.call.Recordings;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.PromiseId;

/** The end of recordings, in PostgreSQL. */
record SqlRecordings(SqlTransactions transactions) implements Recordings {

    private record Talk(UUID promise, Recording recording) {}

    @Override
    public void expire(Instant until, Duration keep, Instant now, int atMost) {
        transactions.repeatably(handle -> {
            SqlEvidenceJournal evidence = new SqlEvidenceJournal(handle);
            for (Recording message : messages(handle, until, atMost)) {
                mark(handle, message, now);
            }
            for (Talk talk : talks(handle, until, atMost)) {
                mark(handle, talk.recording(), now);
                Evidence deleted = new Evidence.RecordingDeleted(talk.recording(), keep, now);
                evidence.append(new PromiseId(talk.promise()), deleted, now);
            }
            evidence.writeDown();
            return true;
        });
    }

    /** What callers said after the tone. */
    private static List<Recording> messages(Handle handle, Instant until, int atMost) {
        return handle.createQuery("""
                        select recording from call where recording is not null and began < :until
                        and not exists (select 1 from recording_deleted where file = call.recording ->> 'file')
                        order by began limit :most
                        """)
                .bind("until", until)
                .bind("most", atMost)
                .map((row, context) -> Json.read(Recording.class, row.getString("recording")))
                .list();
    }

    private static List<Talk> talks(Handle handle, Instant until, int atMost) {
        return handle.createQuery("""
                        select promise, entry from evidence where entry ->> 'is' = 'Recorded' and at < :until
                        and not exists (select 1 from recording_deleted where file = evidence.entry -> 'recording' ->> 'file')
                        order by at limit :most
                        """)
                .bind("until", until)
                .bind("most", atMost)
                .map((row, context) -> new Talk(
                        row.getObject("promise", UUID.class),
                        ((Evidence.Recorded) Json.read(Evidence.class, row.getString("entry"))).recording()))
                .list();
    }

    private static void mark(Handle handle, Recording recording, Instant now) {
        handle.createUpdate("""
                        insert into recording_deleted (file, sha256, marked_at) values (:file, :sha256, :now)
                        on conflict (file) do nothing
                        """)
                .bind("file", recording.file())
                .bind("sha256", recording.sha256())
                .bind("now", now)
                .execute();
    }

    @Override
    public List<String> doomed(int atMost) {
        return transactions.repeatably(handle -> handle.createQuery(
                        "select file from recording_deleted where removed_at is null order by file limit :most")
                .bind("most", atMost)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void removed(String file, Instant at) {
        transactions.repeatably(
                handle -> handle.createUpdate("update recording_deleted set removed_at = :at where file = :file")
                        .bind("file", file)
                        .bind("at", at)
                        .execute());
    }
}
