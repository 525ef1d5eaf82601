package wrenchline.core.access;

import java.time.Instant;
import java.util.Set;

/** Sessions that were ended by hand before their time, by the SHA-256 of their cookies. */
public interface EndedSessions {

    /** Ends one; it may be forgotten at {@code expires}. */
    void end(String digest, Instant expires);

    /** Those that would still hold at {@code now}. */
    Set<String> at(Instant now);
}
