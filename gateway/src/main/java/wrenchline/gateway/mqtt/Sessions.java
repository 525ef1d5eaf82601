package wrenchline.gateway.mqtt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wrenchline.gateway.mqtt.hub.Hub;

/**
 * The sessions of clients that are away, each until it expires. In memory: after a restart of the product a client is told that there
 * is none; it sends again what was not acknowledged, and subscribes again. Used by all event loops.
 */
final class Sessions {

    /** Of the clients that are away the one that left first is forgotten when there are more. */
    private static final int MOST = 20_000;

    private final Hub hub;
    private final Map<String, Away> away = new LinkedHashMap<>();

    private record Away(Session session, Instant expires) {}

    Sessions(Hub hub) {
        this.hub = hub;
    }

    /** The session that {@code client} resumes or begins. */
    synchronized Resumed open(String client, boolean clean, Instant now) {
        @Nullable Away left = away.remove(client);
        if (left != null
                && !clean
                && now.isBefore(left.expires())
                && !left.session().outbox().isClosed()) {
            return new Resumed(left.session(), true);
        }
        if (left != null) {
            hub.end(left.session().outbox());
        }
        return new Resumed(new Session(hub.open(client)), false);
    }

    /** {@code client} went away; its session is kept for {@code expiry}. */
    synchronized void leave(String client, Session session, Duration expiry, Instant now) {
        session.outbox().detach();
        if (!expiry.isPositive() || session.outbox().isClosed()) {
            hub.end(session.outbox());
            return;
        }
        away.put(client, new Away(session, now.plus(expiry)));
        if (away.size() > MOST) {
            forget(away.keySet().iterator().next());
        }
    }

    /** Ends those that have expired. */
    synchronized void sweep(Instant now) {
        List<String> over = new ArrayList<>();
        away.forEach((client, left) -> {
            if (!now.isBefore(left.expires()) || left.session().outbox().isClosed()) {
                over.add(client);
            }
        });
        over.forEach(this::forget);
    }

    private void forget(String client) {
        Away left = away.remove(client);
        if (left != null) {
            hub.end(left.session().outbox());
        }
    }

    /** @param present whether the client is told that its session was still there */
    record Resumed(Session session, boolean present) {}
}
