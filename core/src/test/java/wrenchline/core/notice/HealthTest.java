package wrenchline.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wrenchline.core.notice.Messenger.Submission;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Submission BROKEN = new Submission.Unclear("the connection broke");

    @Test
    void however_many_were_under_way_when_a_connection_broke_it_is_left_alone_for_five_seconds() {
        Health health = Health.GOOD;
        for (int message = 0; message < 64; message++) {
            health = health.after(BROKEN, NOW.plusMillis(message));
        }
        assertThat(health.open(NOW.plusSeconds(4))).isFalse();
        assertThat(health.open(NOW.plusSeconds(6))).isTrue();
    }

    @Test
    void each_failure_after_a_rest_doubles_it_and_an_answer_ends_it() {
        Health health = Health.GOOD.after(BROKEN, NOW).after(BROKEN, NOW);
        Instant again = health.until();
        health = health.after(BROKEN, again);
        assertThat(health.until()).isEqualTo(again.plusSeconds(10));
        assertThat(health.after(new Submission.Refused("no such number"), again))
                .isEqualTo(Health.GOOD);
    }
}
