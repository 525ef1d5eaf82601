package wrenchline.gateway.sparkplug;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a host reads of a Sparkplug B payload.
 *
 * @param timestamp when it was sent, in milliseconds since the epoch, or {@link #NONE}
 * @param seq 0 to 255, or {@link #NONE}
 * @param uuid names the schema of {@code body}
 * @param body for instance a compressed payload
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Payload(long timestamp, long seq, List<Metric> metrics, String uuid, byte[] body) {

    static final long NONE = -1;

    Payload {
        metrics = List.copyOf(metrics);
    }

    /** The number that ties a node's death to its birth. */
    OptionalLong bdSeq() {
        for (Metric metric : metrics) {
            if (metric.name().equals("bdSeq") && metric.value() instanceof Value.Whole(long number)) {
                return OptionalLong.of(number);
            }
        }
        return OptionalLong.empty();
    }
}
