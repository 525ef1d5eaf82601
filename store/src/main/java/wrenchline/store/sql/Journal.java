package wrenchline.store.sql;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;

/**
 * Appends events to the journal in one transaction, and reads them. The schema says how positions are made. What is appended is written
 * together by {@link #writeDown}, which must come before the end of the transaction.
 */
final class Journal {

    /** The event with which everything begins. */
    static final String OPENED = "Opened";

    private static final int MOST_IN_A_TRANSACTION = 1 << 20;

    private final Handle handle;
    private final List<Appended> appended = new ArrayList<>();
    private int written;

    private record Appended(String subject, String id, Entry entry) {}

    Journal(Handle handle) {
        this.handle = handle;
    }

    void append(String subject, String id, long version, String event, String details, Instant at) {
        if (written + appended.size() == MOST_IN_A_TRANSACTION) {
            throw new IllegalStateException("recording " + event + " for " + subject + " " + id
                    + ": more events in one transaction than a position can count");
        }
        appended.add(new Appended(subject, id, new Entry(version, at, event, details)));
    }

    void writeDown() {
        if (appended.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into journal (position, subject, id, version, at, nanos, event, details)
                        select journal_position(cast(:written + number - 1 as integer)), subject, id, version,
                            cast(at as timestamptz), nanos, event, cast(details as json)
                        from unnest(:subjects, :ids, :versions, :times, :nanos, :events, :details)
                            with ordinality as told (subject, id, version, at, nanos, event, details, number)
                        """)
                .bind("written", written)
                .bind("subjects", texts(Appended::subject))
                .bind("ids", texts(Appended::id))
                .bind("versions", values(Long[]::new, told -> told.entry().version()))
                .bind(
                        "times",
                        texts(told ->
                                told.entry().at().truncatedTo(ChronoUnit.MICROS).toString()))
                .bind("nanos", values(Integer[]::new, told -> nanos(told.entry().at())))
                .bind("events", texts(told -> told.entry().event()))
                .bind("details", texts(told -> told.entry().details()))
                .execute();
        written += appended.size();
        appended.clear();
    }

    private String[] texts(Function<Appended, String> value) {
        return values(String[]::new, value);
    }

    private <T> T[] values(IntFunction<T[]> array, Function<Appended, T> value) {
        return appended.stream().map(value).toArray(array);
    }

    /** What of {@code at} is less than a microsecond. */
    static int nanos(Instant at) {
        return at.get(ChronoField.NANO_OF_SECOND) % 1000;
    }

    /** The entries of one subject, oldest first. */
    List<Entry> of(String subject, String id) {
        writeDown();
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
