package wrenchline.app;

import java.time.Duration;
import java.time.InstantSource;
import wrenchline.core.reading.Keep;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Retention;
import wrenchline.core.reading.RetentionBook;
import wrenchline.core.reading.TrustedClock;
import wrenchline.dashboard.http.Health;

/** Purges what is older than it is to be kept, once an hour, and tells when it does not. */
final class RetentionSweep {

    private static final String NAME = "retention";
    private static final Duration PAUSE = Duration.ofHours(1);

    private RetentionSweep() {}

    static Repeating start(Readings history, RetentionBook book, Keep keep, InstantSource clock, HealthBoard health) {
        Retention retention = new Retention(history, book, keep);
        health.add(NAME, () -> part(retention.state().clock()));
        return Repeating.start(NAME, PAUSE, () -> retention.sweep(clock.instant()));
    }

    private static Health.Part part(TrustedClock clock) {
        return clock.isDoubtful()
                ? Health.Part.down(
                        NAME,
                        false,
                        "nothing is purged: the clock leapt ahead since " + clock.time()
                                + "; it is believed after a week")
                : Health.Part.up(NAME, false);
    }
}
