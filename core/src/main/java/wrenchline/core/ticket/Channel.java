package wrenchline.core.ticket;

/** By what way people were in touch about a ticket (联系方式). */
public enum Channel {
    PHONE,
    SMS,
    EMAIL,
    LETTER,
    VISIT,
    PAGE,
    OTHER
}
