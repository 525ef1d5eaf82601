package wrenchline.dashboard.http;

import wrenchline.dashboard.auth.Sessions;

/** Who sent a request. */
sealed interface Caller {

    /** A program that sent the operator token. */
    record Program() implements Caller {}

    /** A signed-in browser. */
    record Browser(Sessions.Session session) implements Caller {}

    /** Nobody known. */
    record Stranger() implements Caller {}
}
