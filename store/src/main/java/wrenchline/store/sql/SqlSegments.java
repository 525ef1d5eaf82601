package wrenchline.store.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.notice.Incoming;

/** Segments of messages that came in, until the last is there, in PostgreSQL. */
record SqlSegments(Handle handle) {

    /** Telephones count their messages up to 255: after so long the same number means another message. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final String WHOLE = "string_agg(text, cast('' as bytea) order by segment)";

    private static final String SAME =
            " where provider = :provider and sender = :sender and reference = :reference and segments = :segments";

    Optional<Incoming> join(Incoming segment, Instant now) {
        // The last two may come at the same moment.
        Locks.hold(handle, "sms from " + PhoneNumber.normalise(segment.from()));
        forget(segment, now);
        same(
                        handle.createUpdate("""
                        insert into sms_in_segment (provider, sender, reference, segments, segment, text, at)
                        values (:provider, :sender, :reference, :segments, :segment, :text, :at)
                        on conflict do nothing
                        """)
                                .bind("segment", segment.segment().number())
                                .bind("text", octets(segment.text()))
                                .bind("at", now),
                        segment)
                .execute();
        return same(
                        handle.createQuery("select " + WHOLE + " from sms_in_segment" + SAME
                                + " having count(*) = :segments and not bool_or(heard)"),
                        segment)
                .map((row, context) -> text(row.getBytes(1)))
                .findOne()
                .map(text -> heard(new Incoming(segment.provider(), segment.from(), text), segment));
    }

    private void forget(Incoming segment, Instant now) {
        same(handle.createUpdate("delete from sms_in_segment" + SAME + """
                                 and (at < :long or exists (select from sms_in_segment other
                                    where other.provider = :provider and other.sender = :sender
                                        and other.reference = :reference and other.segments = :segments
                                        and other.segment = :segment and other.text <> :text))
                                """), segment)
                .bind("long", now.minus(REMEMBERED))
                .bind("segment", segment.segment().number())
                .bind("text", octets(segment.text()))
                .execute();
    }

    private Incoming heard(Incoming whole, Incoming segment) {
        same(handle.createUpdate("update sms_in_segment set heard = true" + SAME), segment)
                .execute();
        return whole;
    }

    private static <T extends SqlStatement<T>> T same(T statement, Incoming segment) {
        return statement
                .bind("provider", segment.provider())
                .bind("sender", PhoneNumber.normalise(segment.from()))
                .bind("reference", segment.segment().reference())
                .bind("segments", segment.segment().of());
    }

    List<Incoming> torn(Instant before) {
        return handle.createQuery("""
                        with torn as (
                            update sms_in_segment set heard = true
                            where (provider, sender, reference, segments) in (
                                select provider, sender, reference, segments from sms_in_segment where not heard
                                group by provider, sender, reference, segments having max(at) < :before)
                            returning provider, sender, reference, segments, segment, text)
                        select provider, sender, %s as text from torn
                        group by provider, sender, reference, segments
                        """.formatted(WHOLE))
                .bind("before", before)
                .map((row, context) ->
                        new Incoming(row.getString("provider"), row.getString("sender"), text(row.getBytes("text"))))
                .list();
    }

    /** A sign may be cut between two segments, and half of one is no text: kept as it came. */
    private static byte[] octets(String text) {
        ByteBuffer octets = ByteBuffer.allocate(Character.BYTES * text.length());
        octets.asCharBuffer().put(text);
        return octets.array();
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_16BE);
    }
}
