package wrenchline.core.detection;

import java.time.Instant;

/**
 * How long a part will still run (剩余寿命). What is beyond the cap of the model counts as the cap: nobody can tell from its sensors how
 * much longer a part in good health will last.
 *
 * @param part by its id in the machine's model
 * @param cycles that are left at the newest one
 * @param alarm a ticket is raised when so many are left
 * @param likely when they will be over, at the present pace
 * @param earliest with the latest, the band in which it happens with 80 %
 */
public record RemainingLife(String part, double cycles, int alarm, Instant likely, Instant earliest, Instant latest) {

    /** Whether the end is so near that it is worth planning for. */
    public boolean isNear() {
        return cycles <= 2.0 * alarm;
    }
}
