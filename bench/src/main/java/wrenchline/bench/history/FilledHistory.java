package wrenchline.bench.history;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import wrenchline.config.HistorySettings;
import wrenchline.store.series.QuestReadings;

/** A history that somebody has filled for a day. */
public final class FilledHistory {

    private static final int MACHINES = 1_000;
    private static final int METRICS = 5;
    private static final int COMMIT = 10_000;

    private FilledHistory() {}

    /** Puts {@code readings} of the last 24 hours into {@code folder}. */
    public static void in(Path folder, long readings) {
        Duration day = Duration.ofDays(1);
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(day);
        int perSecond = (int) Math.max(1, readings / day.toSeconds() + 1);
        SyntheticFleet fleet = new SyntheticFleet(MACHINES, METRICS, start, perSecond);
        try (QuestReadings history = QuestReadings.open(new HistorySettings.Quest(folder))) {
            for (long kept = 0; kept < readings; kept += COMMIT) {
                history.keep(fleet.next(COMMIT));
            }
            history.counts(start, start.plusSeconds(1));
        }
    }
}
