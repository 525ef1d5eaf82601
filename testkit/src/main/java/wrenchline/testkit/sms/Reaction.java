package wrenchline.testkit.sms;

/** What the centre does with a submission. */
public enum Reaction {
    /** Takes it and says so. */
    ACCEPT,
    /** Takes it, and the connection breaks before it can say so. */
    ACCEPT_AND_CUT,
    /** Takes it and never says so. */
    ACCEPT_SILENTLY,
    /** Takes it, and says so when it is told to ({@link Smsc#release}). */
    ACCEPT_LATER,
    /** The connection breaks before it is read. */
    CUT,
    /** Too much at once (ESME_RTHROTTLED). */
    THROTTLE,
    /** No such number (ESME_RINVDSTADR). */
    NO_SUCH_NUMBER,
    /** It will not have it (ESME_RSUBMITFAIL). */
    REJECT
}
