package wrenchline.dashboard.wire;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wrenchline.core.reading.Reading;

/**
 * A reading as it came in.
 *
 * @param seq the controller's own counter; null when it sent none
 */
public record ReadingView(
        Instant at, Instant received, @Nullable Long seq, Map<String, Double> values) {

    public static ReadingView of(Reading reading) {
        return new ReadingView(
                reading.at(),
                reading.received(),
                reading.seq() == Reading.NO_SEQ ? null : reading.seq(),
                new TreeMap<>(reading.values()));
    }
}
