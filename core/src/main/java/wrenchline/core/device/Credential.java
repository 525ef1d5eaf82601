package wrenchline.core.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * With what a machine proves who it is (凭证). Secrets are made by the product with 128 random bits, so that one round of SHA-256
 * keeps them: nobody can guess what is in a stolen table, and ten thousand machines can sign in at once.
 */
public sealed interface Credential {

    /** SHA-256 in hex: of the salted password, of the token, or of the certificate (its fingerprint). */
    String digest();

    Instant issued();

    /** A password beside the equipment id as the user name (密码). */
    record Password(String salt, String digest, Instant issued) implements Credential {

        /** What is kept of {@code password}. */
        public static Password of(String password, String salt, Instant issued) {
            return new Password(salt, sha256((salt + password).getBytes(UTF_8)), issued);
        }

        /** Whether it is {@code password}; the time taken tells nothing. */
        public boolean is(String password) {
            return MessageDigest.isEqual(
                    digest.getBytes(UTF_8),
                    sha256((salt + password).getBytes(UTF_8)).getBytes(UTF_8));
        }
    }

    /** A token as the user name, without a password, as ThingsBoard's devices have it (访问令牌). */
    record Token(String digest, Instant issued) implements Credential {

        /** What is kept of {@code token}. */
        public static Token of(String token, Instant issued) {
            return new Token(sha256(token.getBytes(UTF_8)), issued);
        }
    }

    /**
     * A client certificate of the product's own authority, whose common name is the equipment id (客户端证书).
     *
     * @param serial in hex, as the certificate shows it
     */
    record Certificate(String digest, String serial, Instant issued, Instant expires) implements Credential {}

    /** SHA-256 of {@code bytes} in hex. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
