package wrenchline.gateway.mqtt;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected under which client id. A client that connects again takes the place of its old connection, on whichever event
 * loop that is, and waits until the old one has left its session and its will behind.
 */
final class Clients {

    private final Map<String, DeviceConnection> present = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /** Ends the old connection of this client; done when {@code newcomer} may have its place. */
    Future<Void> claim(DeviceConnection newcomer) {
        @Nullable DeviceConnection old = present.put(newcomer.client(), newcomer);
        if (old == null) {
            return Future.succeededFuture();
        }
        old.parting().evict();
        return old.parting().gone();
    }

    void leave(DeviceConnection leaver) {
        present.remove(leaver.client(), leaver);
    }

    /** From now on nobody is let in. */
    void close() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    boolean isPresent(String client) {
        return present.containsKey(client);
    }

    int size() {
        return present.size();
    }

    List<DeviceConnection> all() {
        return List.copyOf(present.values());
    }
}
