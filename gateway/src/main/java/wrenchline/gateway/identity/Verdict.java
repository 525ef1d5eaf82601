package wrenchline.gateway.identity;

/** Whether somebody may come in. */
public sealed interface Verdict {

    record In(Identity identity) implements Verdict {}

    record Out(Reason reason) implements Verdict {}

    /** Why not. */
    enum Reason {
        /** Name and password, or token, are nobody's. */
        WRONG_PASSWORD,
        /** The certificate is ours, and no longer anybody's. */
        REVOKED,
        /** So many wrong attempts from there are waiting for their answer that this one was not looked at. */
        TOO_MANY_ATTEMPTS
    }
}
