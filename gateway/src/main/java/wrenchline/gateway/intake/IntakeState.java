package wrenchline.gateway.intake;

import java.time.Duration;

/**
 * How the intake log is.
 *
 * @param queuedBytes in memory, not on disk yet
 * @param spoolBytes on disk, passed or not
 * @param limitBytes that it may take on disk now
 * @param groups written and synced since the start
 * @param syncTime of all of them
 * @param trouble what is wrong, in one sentence; empty when nothing is
 */
public record IntakeState(
        long queuedBytes,
        long spoolBytes,
        long limitBytes,
        long groups,
        Duration syncTime,
        Duration slowestSync,
        Trouble trouble,
        String reason) {

    /** How bad it is. */
    public enum Trouble {
        /** It is well. */
        NONE,
        /** More than four fifths are taken: what follows the log is away or too slow. */
        FILLING,
        /** It is full, or the disk fails: the sources wait. */
        STOPPED
    }
}
