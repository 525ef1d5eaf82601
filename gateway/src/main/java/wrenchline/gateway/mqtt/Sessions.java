package wrenchline.gateway.mqtt;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sessions of devices that are away, each until it expires. In memory: after a restart of the product a device is told that
 * there is none, and sends again what was not acknowledged. Used by all event loops.
 */
final class Sessions {

    private static final int MOST = 10_000;

    private final Map<String, Away> away = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Away> eldest) {
            return size() > MOST;
        }
    };

    private record Away(Session session, Instant expires) {}

    /** The session that {@code client} resumes or begins. */
    synchronized Resumed open(String client, boolean clean, Instant now) {
        Away left = away.remove(client);
        if (clean || left == null || !now.isBefore(left.expires())) {
            return new Resumed(new Session(), false);
        }
        return new Resumed(left.session(), true);
    }

    /** {@code client} went away; its session is kept for {@code expiry}. */
    synchronized void leave(String client, Session session, Duration expiry, Instant now) {
        if (expiry.isPositive()) {
            away.remove(client);
            away.put(client, new Away(session, now.plus(expiry)));
        }
    }

    /** @param present whether the device is told that its session was still there */
    record Resumed(Session session, boolean present) {}
}
