package wrenchline.gateway.mqtt;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What outlives a connection: the QoS 2 messages that the device has not released yet, so that one sent again after a reconnect
 * is not stored again. Used on the event loop of its connection
 * alone, and handed on by {@link Sessions}.
 */
final class Session {

    private final Map<Integer, Receipt> unreleased = new HashMap<>();

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
