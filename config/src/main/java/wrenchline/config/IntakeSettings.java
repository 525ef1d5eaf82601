package wrenchline.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What happens to messages when they arrive.
 *
 * @param folder of the intake log, which holds them until the history has them
 * @param spoolBytes that the log may grow to while the history or the database is away
 * @param clockAhead how far a controller's clock may be ahead of ours; a reading of a later time is quarantined
 */
public record IntakeSettings(Path folder, long spoolBytes, Duration clockAhead) {}
