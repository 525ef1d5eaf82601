package wrenchline.app;

import java.time.Duration;
import wrenchline.dashboard.http.Health;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.IngestSnapshot;

/** Whether messages are taken, and what follows them keeps up. */
final class IntakeHealth {

    private static final String NAME = "intake";
    private static final Duration STALLED = Duration.ofSeconds(30);

    private IntakeHealth() {}

    static Health.Part of(Ingest ingest) {
        IngestSnapshot now = ingest.snapshot();
        return switch (now.intake().trouble()) {
            case STOPPED -> Health.Part.down(NAME, true, now.intake().reason());
            case FILLING -> Health.Part.down(NAME, false, now.intake().reason());
            case NONE -> {
                if (now.storingStalled().compareTo(STALLED) > 0) {
                    yield stalled("the history or the database takes nothing", now.storingStalled());
                }
                if (now.detectingStalled().compareTo(STALLED) > 0) {
                    yield stalled("findings cannot be told to the desk", now.detectingStalled());
                }
                yield Health.Part.up(NAME, true);
            }
        };
    }

    private static Health.Part stalled(String what, Duration since) {
        return Health.Part.down(
                NAME, false, what + " since " + since.toSeconds() + " s; messages are kept in the intake log");
    }
}
