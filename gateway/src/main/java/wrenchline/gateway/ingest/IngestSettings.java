package wrenchline.gateway.ingest;

import java.nio.file.Path;
import java.time.Duration;
import wrenchline.config.QuotaSettings;
import wrenchline.gateway.detecting.Keeping;
import wrenchline.gateway.intake.IntakeSettings;

/**
 * How much the pipeline holds and how patient it is.
 *
 * @param intake the log
 * @param quotas of the machines, as far as they bound what a message may say
 * @param clockAhead how far a controller's clock may be ahead of ours; what is later is quarantined
 * @param window how far back findings are looked for again after a restart; longer than any limit's duration
 * @param keeping how often it is kept what detectors know
 * @param heardEvery how often at most it is written down that a machine was heard
 * @param followEvery how often at most a follower of the log takes up what has come, so that it takes up much at once
 * @param booksEvery how often at most it is written down how far the followers are
 * @param firstRetry pause before something that failed is tried again; doubled each time up to {@code longestRetry}
 * @param closing how long the followers may take for what the log holds when the pipeline is closed
 */
public record IngestSettings(
        IntakeSettings intake,
        QuotaSettings quotas,
        Duration clockAhead,
        Duration window,
        Keeping.Pace keeping,
        Duration heardEvery,
        Duration followEvery,
        Duration booksEvery,
        Duration firstRetry,
        Duration longestRetry,
        Duration closing) {

    /** What suits a site of up to some thousand machines. */
    public static IngestSettings usual(Path folder, long spool, QuotaSettings quotas, Duration clockAhead) {
        return new IngestSettings(
                IntakeSettings.usual(folder, spool),
                quotas,
                clockAhead,
                Duration.ofMinutes(15),
                Keeping.Pace.USUAL,
                Duration.ofSeconds(10),
                Duration.ofMillis(150),
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }
}
