package wrenchline.core.quarantine;

import java.util.Base64;

/** In which form a message is replayed (重放内容). */
public sealed interface Content {

    /** As it arrived. */
    record AsItCame() implements Content {}

    /**
     * As somebody mended it.
     *
     * @param machine for which its sender stands, where the topic does not say it; empty for the one that sent it
     * @param base64 the payload
     */
    record Repaired(String topic, String machine, String base64) implements Content {

        public static Repaired of(String topic, String machine, byte[] payload) {
            return new Repaired(topic, machine, Base64.getEncoder().encodeToString(payload));
        }

        public byte[] payload() {
            return Base64.getDecoder().decode(base64);
        }
    }
}
