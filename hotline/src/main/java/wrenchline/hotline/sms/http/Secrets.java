package wrenchline.hotline.sms.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import wrenchline.config.Secret;

/** Compares secrets without telling by the time it takes how much of one was right. */
public final class Secrets {

    private static final String ALGORITHM = "HmacSHA256";

    private Secrets() {}

    /** Whether {@code signature} is the HMAC-SHA256 of {@code body} with {@code secret}, in hexadecimal. */
    public static boolean signed(Secret secret, byte[] body, String signature) {
        if (secret.value().isEmpty()) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] expected = HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(
                    expected, signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("checking the signature of a callback", impossible);
        }
    }

    /** Whether {@code given} is {@code expected}; an empty one is nobody's. */
    public static boolean same(Secret expected, String given) {
        return !expected.value().isEmpty()
                && MessageDigest.isEqual(
                        expected.value().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
