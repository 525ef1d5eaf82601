package wrenchline.gateway.ingest;

import java.time.Instant;

/**
 * A message as it came off the wire.
 *
 * @param source where it came from, for instance {@code mqtt:lift-01}
 * @param acknowledgement told once the message is on disk
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each payload would cost more than it protects.
public record Arrival(String source, String topic, byte[] payload, Instant received, Acknowledgement acknowledgement) {}
