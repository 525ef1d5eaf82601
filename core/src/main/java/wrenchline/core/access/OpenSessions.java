package wrenchline.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The browsers that signed in. Those that were ended before their time are among {@link EndedSessions} too. */
public interface OpenSessions {

    void begin(OpenSession session);

    /** Notes when sessions were used last, by the digests of their cookies; never moves one back. */
    void seen(Map<String, Instant> times);

    /** Those that expire after {@code now}, the newest first. */
    List<OpenSession> at(Instant now);
}
