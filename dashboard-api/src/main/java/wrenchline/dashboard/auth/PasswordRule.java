package wrenchline.dashboard.auth;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password that somebody chooses must be: long, and none that everybody tries first. No rule asks for odd characters. */
final class PasswordRule {

    static final int LEAST = 12;
    static final int MOST = 128;
    private static final int LEAST_DIFFERENT = 5;

    /** The long ones among those that are tried first. */
    private static final Set<String> USUAL = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234567890",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "administrator",
            "abcdefghijkl",
            "changeme1234",
            "iloveyou1234",
            "letmein12345",
            "password1234",
            "password12345",
            "password123456",
            "passwordpassword",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiopasdfghjkl",
            "welcome12345",
            "zaq12wsxcde3");

    private PasswordRule() {}

    /** What is wrong with {@code password} for {@code account}. */
    static Optional<String> fault(String password, String account) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (password.length() < LEAST || password.length() > MOST) {
            return Optional.of("The password must have " + LEAST + " to " + MOST + " characters.");
        }
        if (USUAL.contains(plain)
                || plain.chars().distinct().count() < LEAST_DIFFERENT
                || plain.contains("wrenchline")) {
            return Optional.of("The password is one that is tried first.");
        }
        return plain.contains(account) ? Optional.of("The password holds the name of the account.") : Optional.empty();
    }
}
