package wrenchline.dashboard.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import wrenchline.config.Secret;

/** The operator's token. Compared in a time that tells nothing of where a guess went wrong. */
public final class OperatorToken {

    private final byte[] expected;

    /** @throws IllegalArgumentException when it is empty: an API without a lock is refused */
    public OperatorToken(Secret token) {
        if (token.value().isBlank()) {
            throw new IllegalArgumentException("the operator token is empty");
        }
        this.expected = token.value().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether {@code given} is the token. */
    public boolean is(String given) {
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }
}
