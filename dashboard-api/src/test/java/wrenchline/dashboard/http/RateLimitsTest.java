package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who asks too much waits, alone. */
class RateLimitsTest {

    private final AtomicLong nanoseconds = new AtomicLong();
    private final RateLimits limits = new RateLimits(nanoseconds::get);
    private final RateLimits.Allowance two = new RateLimits.Allowance(0.5, 2);

    @Test
    void so_many_at_once_and_then_one_by_one() {
        assertThat(limits.take("a", two)).isEmpty();
        assertThat(limits.take("a", two)).isEmpty();
        assertThat(limits.take("a", two)).contains(Duration.ofSeconds(2));
        nanoseconds.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(limits.take("a", two)).contains(Duration.ofSeconds(1));
        nanoseconds.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(limits.take("a", two)).isEmpty();
    }

    @Test
    void nobody_waits_for_another() {
        for (int request = 0; request < 10; request++) {
            limits.take("a", two);
        }
        assertThat(limits.take("b", two)).isEmpty();
    }

    @Test
    void no_more_is_saved_up_than_allowed() {
        limits.take("a", two);
        nanoseconds.addAndGet(TimeUnit.HOURS.toNanos(1));
        limits.take("a", two);
        limits.take("a", two);
        assertThat(limits.take("a", two)).isPresent();
    }
}
