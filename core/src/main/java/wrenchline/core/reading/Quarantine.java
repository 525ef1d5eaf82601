package wrenchline.core.reading;

import java.util.List;

/** Where messages go that could not be understood. Nothing is lost. */
public interface Quarantine {

    /** Keeps one durably; a normal return means that it may be acknowledged. */
    void keep(Quarantined message);

    /** The newest, at most {@code atMost}. */
    List<Quarantined> newest(int atMost);
}
