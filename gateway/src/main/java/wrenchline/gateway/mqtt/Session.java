package wrenchline.gateway.mqtt;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wrenchline.gateway.mqtt.hub.Outbox;

/**
 * What outlives a connection: what waits for the client, and the QoS 2 messages that it has not released yet, so that one sent again
 * after a reconnect is not stored again. Used on the event loop of its connection alone, and handed on by {@link Sessions}.
 */
final class Session {

    private final Outbox outbox;
    private final Map<Integer, Receipt> unreleased = new HashMap<>(2);

    Session(Outbox outbox) {
        this.outbox = outbox;
    }

    Outbox outbox() {
        return outbox;
    }

    /** The message that was received with this packet id and not released yet. */
    @Nullable
    Receipt unreleased(int packet) {
        return unreleased.get(packet);
    }

    void begin(Receipt receipt) {
        unreleased.put(receipt.packet(), receipt);
    }

    void release(int packet) {
        unreleased.remove(packet);
    }
}
