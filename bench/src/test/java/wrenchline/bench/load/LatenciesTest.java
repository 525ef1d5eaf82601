package wrenchline.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void nothing_measured_is_zero() {
        assertThat(latencies.millis(0.99)).isZero();
    }

    @Test
    void quantiles_are_right_to_three_per_cent() {
        for (int millis = 1; millis <= 1000; millis++) {
            latencies.add(TimeUnit.MILLISECONDS.toNanos(millis));
        }
        assertThat(latencies.millis(0.5)).isCloseTo(500, within(16.0));
        assertThat(latencies.millis(0.99)).isCloseTo(990, within(32.0));
        assertThat(latencies.millis(0.999)).isCloseTo(999, within(32.0));
    }

    @Test
    void the_shortest_and_the_longest_have_buckets_too() {
        latencies.add(0);
        latencies.add(Long.MAX_VALUE);
        assertThat(latencies.millis(0.5)).isZero();
        assertThat(latencies.millis(1)).isCloseTo(Long.MAX_VALUE / 1e6, within(1e3));
    }
}
