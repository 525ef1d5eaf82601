package wrenchline.gateway.ingest;

import java.time.Duration;

/**
 * How much the pipeline holds and how patient it is.
 *
 * @param lanes threads that store and detect; each machine belongs to one
 * @param laneBytes of memory that the messages waiting in one lane may take, roughly, before its sources are slowed
 * @param window how far back findings are looked for again after a restart; longer than any limit's duration
 * @param heardEvery how often at most it is written down that a machine was heard
 * @param firstRetry pause before something that failed is tried again; doubled each time up to {@code longestRetry}
 * @param closing how long the lanes may take to finish what they hold when the pipeline is closed
 */
public record IngestSettings(
        int lanes,
        long laneBytes,
        Duration window,
        Duration heardEvery,
        Duration firstRetry,
        Duration longestRetry,
        Duration closing) {

    /** What suits a site of up to some thousand machines. */
    public static IngestSettings usual() {
        return new IngestSettings(
                4,
                16L << 20,
                Duration.ofMinutes(15),
                Duration.ofSeconds(10),
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }
}
