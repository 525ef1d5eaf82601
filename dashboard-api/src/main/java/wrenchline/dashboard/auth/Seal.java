package wrenchline.dashboard.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import wrenchline.config.Secret;

/** What tells that a session was made here: HMAC-SHA256 under the operator's token. */
final class Seal {

    private final SecretKeySpec key;

    Seal(Secret operatorToken) {
        this.key = new SecretKeySpec(operatorToken.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    String of(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("sealing a session with HmacSHA256", broken);
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** In a time that does not tell how much of it is right. */
    static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
