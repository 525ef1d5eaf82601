package wrenchline.core.escalation;

/** By what somebody is asked (通知方式). */
public enum Way {
    SMS,
    /** The bot rings, reads the ticket and takes a key. */
    VOICE,
    /** A notice on the page, at the top of what is urgent. */
    PAGE
}
