package wrenchline.dashboard.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.config.Secret;

/** Codes as RFC 6238 counts them, and secrets as they are kept. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

    /** The table of RFC 6238, appendix B, for SHA-1; of its eight digits the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void a_clock_may_be_one_step_off_and_no_more() {
        long step = Totp.step(NOW);
        for (long other : new long[] {step - 1, step, step + 1}) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, other), NOW, 0)).hasValue(other);
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 2), NOW, 0)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 2), NOW, 0)).isEmpty();
    }

    @Test
    void no_code_is_taken_up_to_the_one_that_was_taken_last() {
        long step = Totp.step(NOW);
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step), NOW, step)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 1), NOW, step)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 1), NOW, step)).hasValue(step + 1);
    }

    /** RFC 4648, section 10, for whole numbers of five bytes, and the secret that authenticators use as their sample. */
    @Test
    void a_secret_is_told_in_base_32() {
        assertThat(Totp.base32("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void a_kept_secret_is_read_under_the_same_token_for_the_same_owner_alone() {
        Vault vault = new Vault(new Secret("sample-token"));
        String kept = vault.close("li.sample", SECRET);
        assertThat(kept).isNotEqualTo(vault.close("li.sample", SECRET));
        assertThat(new Vault(new Secret("sample-token")).open("li.sample", kept))
                .hasValue(SECRET);
        assertThat(vault.open("wang.sample", kept)).isEmpty();
        assertThat(new Vault(new Secret("another")).open("li.sample", kept)).isEmpty();
        assertThat(vault.open("li.sample", kept.substring(0, kept.length() - 4) + "AAAA"))
                .isEmpty();
        assertThat(vault.open("li.sample", "")).isEmpty();
    }
}
