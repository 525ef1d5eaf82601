package wrenchline.hotline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The machine's clock, as it reads after somebody has set it. */
final class SteppedClock implements InstantSource {

    private volatile Duration step = Duration.ZERO;

    /** From now on it is so much ahead of the right time. */
    void step(Duration ahead) {
        step = ahead;
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(step);
    }
}
