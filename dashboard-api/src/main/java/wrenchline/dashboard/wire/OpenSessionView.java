package wrenchline.dashboard.wire;

import java.time.Instant;
import wrenchline.core.access.OpenSession;

/**
 * A browser that is signed in, as its user sees it.
 *
 * @param current whether it is the one that asks
 */
public record OpenSessionView(
        String id, Instant began, Instant seen, Instant expires, String address, String browser, boolean current) {

    public static OpenSessionView of(OpenSession session, boolean current) {
        return new OpenSessionView(
                session.digest(),
                session.began(),
                session.seen(),
                session.expires(),
                session.address(),
                session.browser(),
                current);
    }
}
