package wrenchline.gateway.ingest;

import java.time.Instant;
import wrenchline.gateway.payload.Sender;

/**
 * A message as it came off the wire.
 *
 * @param source where it came from, for instance {@code mqtt:lift-01}
 * @param sender for whom the connection speaks
 * @param origin the way back
 * @param acknowledgement told once the message is on disk
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each payload would cost more than it protects.
public record Arrival(
        String source,
        Sender sender,
        String topic,
        byte[] payload,
        Instant received,
        Publisher origin,
        Acknowledgement acknowledgement) {}
