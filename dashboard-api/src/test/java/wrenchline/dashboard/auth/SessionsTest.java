package wrenchline.dashboard.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wrenchline.config.Secret;
import wrenchline.testkit.SettableClock;

/** Sessions, codes and the token itself. */
class SessionsTest {

    private static final Secret TOKEN = new Secret("sample-token");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T02:00:00Z"));
    private final Sessions sessions = new Sessions(TOKEN, clock);

    @Test
    void a_session_outlives_a_restart_of_the_product() {
        Sessions.Session session = sessions.begin();
        assertThat(new Sessions(TOKEN, clock).find(session.cookie())).contains(session);
    }

    @Test
    void a_new_token_ends_every_session() {
        assertThat(new Sessions(new Secret("another"), clock)
                        .find(sessions.begin().cookie()))
                .isEmpty();
    }

    @Test
    void nobody_can_lengthen_a_session() {
        String[] parts = sessions.begin().cookie().split("\\.", -1);
        parts[0] = Long.toString(Long.parseLong(parts[0]) + 1_000);
        assertThat(sessions.find(String.join(".", parts))).isEmpty();
        assertThat(sessions.find("")).isEmpty();
        assertThat(sessions.find("x.y.z")).isEmpty();
    }

    @Test
    void a_session_ends_when_it_is_over() {
        Sessions.Session left = sessions.begin();
        clock.advance(Sessions.LIFE);
        assertThat(sessions.find(left.cookie())).isEmpty();
    }

    @Test
    void a_code_holds_once_and_for_minutes() {
        SignInCodes codes = new SignInCodes(clock, Duration.ofMinutes(10));
        String code = codes.issue();
        assertThat(codes.redeem("guess")).isFalse();
        assertThat(codes.redeem(code)).isTrue();
        assertThat(codes.redeem(code)).isFalse();
        String late = codes.issue();
        clock.advance(Duration.ofMinutes(10));
        assertThat(codes.redeem(late)).isFalse();
    }

    @Test
    void an_empty_token_is_refused() {
        assertThatThrownBy(() -> new OperatorToken(new Secret(" "))).isInstanceOf(IllegalArgumentException.class);
    }
}
