package wrenchline.dashboard.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wrenchline.core.reading.Quarantined;

/**
 * A message that could not be understood.
 *
 * @param text the payload as text; null when it is no UTF-8
 * @param base64 the payload, byte for byte
 */
public record QuarantinedView(
        UUID id,
        Instant received,
        String source,
        String topic,
        String reason,
        @Nullable String text,
        String base64) {

    public static QuarantinedView of(Quarantined message) {
        return new QuarantinedView(
                message.id(),
                message.received(),
                message.source(),
                message.topic(),
                message.reason(),
                text(message.payload()),
                Base64.getEncoder().encodeToString(message.payload()));
    }

    private static @Nullable String text(byte[] payload) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }
}
