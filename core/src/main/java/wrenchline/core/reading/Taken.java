package wrenchline.core.reading;

/**
 * A reading that was taken in (已接收读数), with the number under which it was.
 *
 * @param intake grows with each reading that arrives; {@link #UNNUMBERED} when nobody counted
 */
public record Taken(long intake, Reading reading) {

    /** Of readings that were kept before they were numbered, or by somebody else. */
    public static final long UNNUMBERED = -1;
}
