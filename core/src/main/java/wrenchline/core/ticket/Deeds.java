package wrenchline.core.ticket;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was done from telephones, each under a key of the telephone's own, so that a repetition on a bad line does nothing twice. */
public interface Deeds {

    /** What came of the deed with {@code key}: empty text when it was done, else why not; nothing when it is new. Holds the key. */
    Optional<String> outcome(UUID key);

    void keep(UUID key, TicketId ticket, String outcome, Instant at);
}
