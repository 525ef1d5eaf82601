package wrenchline.hotline.asterisk;

/** Whether the hotline can be reached. */
public sealed interface Standing {

    /** Calls are taken and made. */
    record Up() implements Standing {}

    /** They are not, because of {@code reason}. */
    record Down(String reason) implements Standing {}
}
