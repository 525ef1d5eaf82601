package wrenchline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import wrenchline.core.call.Recordings;

/** Deletes recordings that were kept for as long as they are to be: marked in the journals first, then removed. */
final class RecordingSweep {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 200;

    private RecordingSweep() {}

    /**
     * @param keep how long recordings are kept
     */
    static Repeating start(Recordings recordings, Path data, Duration keep, InstantSource clock) {
        return Repeating.start(
                "recordings that were kept long enough", PAUSE, () -> sweep(recordings, data, keep, clock));
    }

    static void sweep(Recordings recordings, Path data, Duration keep, InstantSource clock) {
        recordings.expire(clock.instant().minus(keep), keep, clock.instant(), AT_ONCE);
        for (String file : recordings.doomed(AT_ONCE)) {
            try {
                Files.deleteIfExists(data.resolve(file));
            } catch (IOException stuck) {
                throw new UncheckedIOException("deleting the recording " + file, stuck);
            }
            recordings.removed(file, clock.instant());
        }
    }
}
