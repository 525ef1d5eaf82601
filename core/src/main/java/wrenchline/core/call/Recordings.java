package wrenchline.core.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What becomes of recordings: who listened to them, and their end. Every call is its own transaction. */
public interface Recordings {

    /**
     * Somebody was given the sound of a recording, or a part of it (录音调阅).
     *
     * @param file of the recording
     * @param who the name under which they signed in
     * @param range as it was asked for; empty for all of it
     */
    record Look(String file, String who, boolean download, String range, Instant at) {}

    /** Enters that somebody listened; nothing is given before that is on disk. */
    void looked(Look look);

    /** The newest looks at one recording, at most {@code atMost}. */
    List<Look> looks(String file, int atMost);

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
