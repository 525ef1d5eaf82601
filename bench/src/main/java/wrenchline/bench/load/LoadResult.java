package wrenchline.bench.load;

import java.time.Duration;

/**
 * What one run did.
 *
 * @param elapsed from its beginning to the last acknowledgement
 * @param p50Millis from the moment a message was due until its acknowledgement was read, in milliseconds
 * @param cpu that the generator itself took
 */
public record LoadResult(
        long acknowledged, Duration elapsed, double p50Millis, double p99Millis, double p999Millis, Duration cpu) {

    /** Acknowledged messages a second. */
    public double rate() {
        return acknowledged / (elapsed.toNanos() / 1e9);
    }

    /** Microseconds of the generator's CPU that a message took. */
    public double cpuMicros() {
        return cpu.toNanos() / 1e3 / Math.max(1, acknowledged);
    }
}
