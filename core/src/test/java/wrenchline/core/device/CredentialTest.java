package wrenchline.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CredentialTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

    @Test
    void a_password_is_recognised_and_not_kept() {
        Credential.Password kept = Credential.Password.of("correct horse", "salt", NOW);
        assertThat(kept.is("correct horse")).isTrue();
        assertThat(kept.is("correct horse ")).isFalse();
        assertThat(kept.is("")).isFalse();
        assertThat(kept.toString()).doesNotContain("correct horse");
    }

    @Test
    void the_same_password_is_kept_differently_under_another_salt() {
        assertThat(Credential.Password.of("correct horse", "salt", NOW).digest())
                .isNotEqualTo(
                        Credential.Password.of("correct horse", "pepper", NOW).digest());
    }

    @Test
    void what_is_handed_out_is_not_printed() {
        assertThat(new Handout.Password("lift-07", "secret").toString()).doesNotContain("secret");
        assertThat(new Handout.Token("secret").toString()).doesNotContain("secret");
        assertThat(new Handout.Certificate("certificate", "secret").toString()).doesNotContain("secret");
        assertThat(new Wanted.Token("a secret token of twenty characters").toString())
                .doesNotContain("secret");
    }
}
