package wrenchline.core.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The end of recordings (录音到期删除): marked first, then removed. Every call is its own transaction. */
public interface Recordings {

    /**
     * Marks recordings made before {@code until} as deleted, in the journals that prove something by them too.
     *
     * @param keep how long they were to be kept, for the journal
     */
    void expire(Instant until, Duration keep, Instant now, int atMost);

    /** Those that are marked as deleted and whose files were not removed yet. */
    List<String> doomed(int atMost);

    /** The file is gone. */
    void removed(String file, Instant at);
}
