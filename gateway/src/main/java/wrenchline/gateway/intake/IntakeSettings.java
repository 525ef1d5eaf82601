package wrenchline.gateway.intake;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the intake log is and how much it takes.
 *
 * @param folder its own
 * @param capacity bytes on disk that it may grow to while what follows it is away; never more than half of the free disk
 * @param segmentBytes of one file, after which the next is begun
 * @param queueBytes that may wait in memory for the disk before the sources are slowed
 * @param pace time between two syncs under load: a longer one makes fewer and larger groups
 * @param closing how long the disk may take for what was appended when the log is closed
 */
public record IntakeSettings(
        Path folder, long capacity, long segmentBytes, int queueBytes, Duration pace, Duration closing) {

    private static final long LARGEST_SEGMENT = 64L << 20;
    private static final int QUEUE = 8 << 20;
    private static final Duration PACE = Duration.ofMillis(2);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** What suits a disk that syncs in a millisecond or so. */
    public static IntakeSettings usual(Path folder, long capacity) {
        return new IntakeSettings(folder, capacity, Math.min(LARGEST_SEGMENT, capacity / 8), QUEUE, PACE, CLOSING);
    }
}
