package wrenchline.gateway.detecting;

import java.time.Duration;
import java.time.Instant;
import wrenchline.core.detection.Detector;

/** Whether a machine is watched. */
sealed interface Watch {

    /** How long an unregistered machine is taken to be still unregistered. */
    Duration ASK_AGAIN = Duration.ofSeconds(30);

    /** It is. */
    record By(Detector detector) implements Watch {}

    /** It was not registered at {@code asked}. */
    record NotYet(Instant asked) implements Watch {}

    /** Whether to look for a detector again. */
    default boolean isStale(Instant now) {
        return switch (this) {
            case By by -> false;
            case NotYet(Instant asked) -> now.isAfter(asked.plus(ASK_AGAIN));
        };
    }
}
