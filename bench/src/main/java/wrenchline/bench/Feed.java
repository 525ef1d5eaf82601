package wrenchline.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a simulated machine measures, one step after the other. */
interface Feed {

    /** @param values by metric, in its unit */
    record Sample(Instant at, Map<String, Double> values) {}

    /** The next step, at {@code now} or a little beside it. */
    Sample next(Instant now);

    /** How often it measures. */
    default Duration every() {
        return Duration.ofSeconds(1);
    }

    /** What it measured while nobody listened, oldest first; sent before all else. */
    default List<Sample> before(Instant now) {
        return List.of();
    }
}
