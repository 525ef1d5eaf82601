package wrenchline.core.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The clock of another part, which can be asked for its time. */
public interface OtherClock {

    String name();

    /** Its time now; empty while it cannot be asked. */
    Optional<Instant> now();

    /** How far it is ahead of {@code own}; empty while it cannot be asked. */
    default Optional<ClockOffset> against(InstantSource own) {
        Instant asked = own.instant();
        return now().map(there -> {
            Instant answered = own.instant();
            Duration half = Duration.between(asked, answered).dividedBy(2);
            return new ClockOffset(name(), ChronoUnit.MICROS.between(asked.plus(half), there), half.toNanos() / 1000);
        });
    }
}
