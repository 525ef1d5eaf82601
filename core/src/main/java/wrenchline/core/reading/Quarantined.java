package wrenchline.core.reading;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that could not be understood (隔离消息), kept whole so that it can be mended.
 *
 * @param source where it came from, for instance {@code mqtt:demo-lift-1}
 * @param reason in one sentence, for the person who mends it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came; two messages are never compared
public record Quarantined(UUID id, Instant received, String source, String topic, byte[] payload, String reason) {

    /** Stands for no message, where one is named of whose replay another came: that one came off the wire. */
    public static final UUID LIVE = new UUID(0, 0);
}
