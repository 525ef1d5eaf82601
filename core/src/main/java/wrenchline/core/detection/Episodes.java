package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine's own past says of a score: when it was last as high. Of each episode the peak is kept, and only while no later one
 * was higher, which makes a falling staircase of few steps.
 */
final class Episodes {

    private static final int MOST = 64;

    private final List<Grounds.Sample> peaks = new ArrayList<>();

    void add(Instant at, double peak) {
        peaks.removeIf(earlier -> earlier.value() <= peak);
        peaks.add(new Grounds.Sample(at, peak));
        if (peaks.size() > MOST) {
            peaks.removeFirst();
        }
    }

    /** When the score was last at least {@code score}; null when it never was, as far as is remembered. */
    @Nullable
    Instant asHighBefore(double score) {
        return peaks.stream()
                .filter(peak -> peak.value() >= score)
                .map(Grounds.Sample::at)
                .reduce((first, later) -> later)
                .orElse(null);
    }

    void write(DataOutput out) throws IOException {
        Samples.write(out, peaks);
    }

    void read(DataInput in) throws IOException {
        peaks.clear();
        peaks.addAll(Samples.read(in));
    }
}
