package wrenchline.core.access;

import java.util.regex.Pattern;

/** By what somebody signs in (账号); small letters, so that it has one spelling. */
public record AccountName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    /** @throws IllegalArgumentException when it is none */
    public AccountName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("'" + value + "' is no name of an account");
        }
    }

    /** Whether {@code text} may be one; {@code operator} stands for whoever holds the operator token. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches() && !text.equals(Principal.OPERATOR);
    }

    @Override
    public String toString() {
        return value;
    }
}
