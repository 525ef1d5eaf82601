package wrenchline.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void a_burst_is_free_and_what_goes_beyond_is_waited_for() {
        Bucket bucket = new Bucket(10, Duration.ofSeconds(2), 0);
        for (int message = 0; message < 20; message++) {
            assertThat(bucket.take(1, 0)).isZero();
        }
        assertThat(bucket.take(1, 0)).isEqualTo(SECOND / 10);
        assertThat(bucket.take(4, 0)).isEqualTo(SECOND / 2);
    }

    @Test
    void a_debt_is_paid_back_by_time_and_no_more_than_a_burst_is_saved_up() {
        Bucket bucket = new Bucket(10, Duration.ofSeconds(1), 0);
        assertThat(bucket.take(30, 0)).isEqualTo(2 * SECOND);
        assertThat(bucket.take(0, 2 * SECOND)).isZero();
        assertThat(bucket.take(10, 100 * SECOND)).isZero();
        assertThat(bucket.take(1, 100 * SECOND)).isEqualTo(SECOND / 10);
    }

    @Test
    void without_a_rate_it_is_never_empty() {
        assertThat(new Bucket(0, Duration.ofSeconds(1), 0).take(1_000_000, 0)).isZero();
    }
}
