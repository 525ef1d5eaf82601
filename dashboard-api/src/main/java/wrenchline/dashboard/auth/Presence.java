package wrenchline.dashboard.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wrenchline.core.access.OpenSession;
import wrenchline.core.access.OpenSessions;

/** When each open session was used last: at once in memory, within a minute or so in the database. */
final class Presence {

    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final OpenSessions sessions;
    private final Duration idle;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private volatile List<OpenSession> kept = List.of();

    /** @param idle after how long without use a session has ended */
    Presence(OpenSessions sessions, Duration idle) {
        this.sessions = sessions;
        this.idle = idle;
    }

    /** Takes in what is kept. */
    void look(Instant now) {
        List<OpenSession> found = sessions.at(now);
        found.forEach(one -> seen.merge(one.digest(), one.seen(), Presence::later));
        seen.keySet().retainAll(found.stream().map(OpenSession::digest).toList());
        kept = found;
    }

    /** Writes down what is newer by a minute than what is kept. */
    void keep() {
        Map<String, Instant> newer = new HashMap<>();
        for (OpenSession one : kept) {
            Instant used = used(one);
            if (used.isAfter(one.seen().plus(GRAIN))) {
                newer.put(one.digest(), used);
            }
        }
        if (!newer.isEmpty()) {
            sessions.seen(newer);
        }
    }

    /** The sessions that are in use, the newest first. */
    List<OpenSession> open(Instant now) {
        return kept.stream()
                .map(one -> one.seenAt(used(one)))
                .filter(one -> now.isBefore(one.seen().plus(idle)))
                .toList();
    }

    /**
     * Notes that a session is used, unless it was not for too long; whether it still holds. One that was begun before sessions were
     * written down, or by another process a moment ago, holds.
     */
    boolean use(String digest, Instant now) {
        Instant noted =
                seen.computeIfPresent(digest, (any, last) -> now.isBefore(last.plus(idle)) ? later(last, now) : last);
        return noted == null || now.isBefore(noted.plus(idle));
    }

    private Instant used(OpenSession session) {
        return seen.getOrDefault(session.digest(), session.seen());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
