package wrenchline.store.sql;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Appends events to the journal in one transaction, and reads them. The schema says how positions are made. */
final class Journal {

    /** The event with which everything begins. */
    static final String OPENED = "Opened";

    private static final int MOST_IN_A_TRANSACTION = 1 << 20;

    private final Handle handle;
    private int count;

    Journal(Handle handle) {
        this.handle = handle;
    }

    void append(String subject, String id, long version, String event, String details, Instant at) {
        if (count == MOST_IN_A_TRANSACTION) {
            throw new IllegalStateException("recording " + event + " for " + subject + " " + id
                    + ": more events in one transaction than a position can count");
        }
        Instant micros = at.truncatedTo(ChronoUnit.MICROS);
        handle.createUpdate("""
                        insert into journal (position, subject, id, version, at, nanos, event, details)
                        values (journal_position(:count), :subject, :id, :version, :at, :nanos, :event,
                            cast(:details as json))
                        """)
                .bind("count", count++)
                .bind("subject", subject)
                .bind("id", id)
                .bind("version", version)
                .bind("at", micros)
                .bind("nanos", nanos(at))
                .bind("event", event)
                .bind("details", details)
                .execute();
    }

    /** What of {@code at} is less than a microsecond. */
    static int nanos(Instant at) {
        return at.get(ChronoField.NANO_OF_SECOND) % 1000;
    }

    /** The entries of one subject, oldest first. */
    List<Entry> of(String subject, String id) {
        return handle.createQuery("""
                        select version, at, nanos, event, details from journal
                        where subject = :subject and id = :id order by version
                        """)
                .bind("subject", subject)
                .bind("id", id)
                .map((row, context) -> new Entry(
                        row.getLong("version"),
                        row.getTimestamp("at").toInstant().plusNanos(row.getInt("nanos")),
                        row.getString("event"),
                        row.getString("details")))
                .list();
    }

    /** One event as it was written. */
    record Entry(long version, Instant at, String event, String details) {}
}
