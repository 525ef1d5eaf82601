package wrenchline.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

    private final Patience patience = new Patience();

    @Test
    void each_wrong_attempt_waits_longer_than_the_one_before_up_to_five_seconds() {
        List<Long> waits = new ArrayList<>();
        for (int attempt = 0; attempt < 8; attempt++) {
            waits.add(patience.afterFailure("10.0.0.1", "lift-0" + attempt, NOW).toMillis());
        }
        assertThat(waits).containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
    }

    @Test
    void many_addresses_that_try_one_name_wait_like_one() {
        for (int attempt = 0; attempt < 100; attempt++) {
            patience.afterFailure("10.0.0." + attempt, "lift-01", NOW);
        }
        assertThat(patience.afterFailure("10.0.1.1", "lift-01", NOW)).isEqualTo(Duration.ofSeconds(5));
        assertThat(patience.afterFailure("10.0.1.2", "lift-02", NOW)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void what_was_long_ago_is_forgotten() {
        patience.afterFailure("10.0.0.1", "lift-01", NOW);
        patience.afterFailure("10.0.0.1", "lift-01", NOW.plusSeconds(59));
        assertThat(patience.afterFailure("10.0.0.1", "lift-01", NOW.plusSeconds(119)))
                .isEqualTo(Duration.ofMillis(100));
    }
}
