package wrenchline.core.reading;

/** Where messages go that could not be understood. Nothing is lost. */
@FunctionalInterface
public interface Quarantine {

    /** Keeps one durably; a normal return means that it may be acknowledged. */
    void keep(Quarantined message);
}
