package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import wrenchline.config.MqttSettings;

/** The name and the password of the controllers. Compared as digests, so that the time taken tells nothing of either. */
final class SignIn {

    private final byte[] username;
    private final byte[] password;

    SignIn(MqttSettings settings) {
        this.username = digest(settings.username());
        this.password = digest(settings.password().value());
    }

    boolean accepts(@Nullable String username, @Nullable String password) {
        boolean sameName = MessageDigest.isEqual(this.username, digest(username == null ? "" : username));
        boolean samePassword = MessageDigest.isEqual(this.password, digest(password == null ? "" : password));
        return sameName && samePassword;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
