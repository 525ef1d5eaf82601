package wrenchline.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerPatienceTest {

    @Test
    void a_broker_that_drops_every_connection_is_left_in_peace_longer_and_longer() {
        BrokerPatience patience = BrokerPatience.usual();
        Duration pause = patience.firstPause();
        for (long seconds : List.of(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L)) {
            pause = patience.pauseAfter(pause, Duration.ofSeconds(1));
            assertThat(pause).hasMillis(seconds);
        }
        assertThat(patience.pauseAfter(pause, Duration.ofMinutes(1))).isEqualTo(patience.firstPause());
    }
}
