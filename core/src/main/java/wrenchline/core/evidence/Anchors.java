package wrenchline.core.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wrenchline.core.promise.PromiseId;

/** The chain through all journals. Every call is its own transaction. */
public interface Anchors {

    /** Anchors the heads that are new since the last anchor; empty when there is none. */
    Optional<Anchor> drop(Instant at);

    /** The first anchor that names entry {@code sequence} of a journal or a later one of it. */
    Optional<Anchor> covering(PromiseId promise, long sequence);

    /** The anchors after {@code number}, oldest first. */
    List<Anchor> after(long number, int atMost);
}
