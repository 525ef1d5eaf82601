package wrenchline.gateway.mqtt;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;

/**
 * What outlives a connection: the QoS 2 messages that the device has not released yet, so that one sent again after a reconnect
 * is not stored again. Used on the event loop alone.
 */
final class Session {

    private final Map<Integer, CompletableFuture<Outcome>> unreleased = new HashMap<>();

    /** The outcome of a message that was received with this packet id and not released yet. */
    @Nullable
    CompletableFuture<Outcome> unreleased(int packet) {
        return unreleased.get(packet);
    }

    void begin(int packet, CompletableFuture<Outcome> outcome) {
        unreleased.put(packet, outcome);
    }

    void release(int packet) {
        unreleased.remove(packet);
    }
}
