package wrenchline.gateway.ingest;

import java.time.Instant;
import java.util.UUID;
import wrenchline.core.reading.Quarantined;
import wrenchline.gateway.intake.Entry;
import wrenchline.gateway.payload.Sender;

/**
 * A message as it came off the wire.
 *
 * @param source where it came from, for instance {@code mqtt:lift-01}
 * @param sender for whom the connection speaks
 * @param origin the way back
 * @param acknowledgement told once the message is on disk
 * @param replayOf the message in quarantine that is replayed by it; {@link Quarantined#LIVE} when it came off the wire
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each payload would cost more than it protects.
public record Arrival(
        String source,
        Sender sender,
        String topic,
        byte[] payload,
        Instant received,
        Publisher origin,
        Acknowledgement acknowledgement,
        UUID replayOf) {

    /** Off the wire. */
    public Arrival(
            String source,
            Sender sender,
            String topic,
            byte[] payload,
            Instant received,
            Publisher origin,
            Acknowledgement acknowledgement) {
        this(source, sender, topic, payload, received, origin, acknowledgement, Quarantined.LIVE);
    }

    /** Whether it comes out of quarantine; its time of arrival is the first one then. */
    public boolean isReplay() {
        return !replayOf.equals(Quarantined.LIVE);
    }

    /** Everything of it that is kept when it is not understood. */
    Entry.Original original() {
        return new Entry.Original(source, sender, topic, payload);
    }
}
