package wrenchline.dashboard.http;

import wrenchline.core.access.Principal;
import wrenchline.dashboard.auth.Sessions;

/** Who sent a request. */
sealed interface Caller {

    /** Somebody whom the gate recognised. */
    sealed interface Known extends Caller {
        Principal principal();
    }

    /** A program that sent the operator token or a key. */
    record Program(Principal principal) implements Known {}

    /** A signed-in browser. */
    record Browser(Principal principal, Sessions.Session session) implements Known {}

    /** Nobody known. */
    record Stranger() implements Caller {}
}
