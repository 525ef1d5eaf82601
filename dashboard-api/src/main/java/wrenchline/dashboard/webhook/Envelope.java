package wrenchline.dashboard.webhook;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import wrenchline.core.desk.Change;
import wrenchline.core.webhook.Webhook;
import wrenchline.dashboard.wire.CloudEvent;
import wrenchline.dashboard.wire.Wire;

/**
 * What is sent: a CloudEvent (1.0, structured JSON), signed as the Standard Webhooks specification says: HMAC-SHA256 with the secret
 * over id, time and body.
 */
record Envelope(Buffer body, Map<String, String> headers) {

    static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";
    private static final String PREFIX = "whsec_";

    static Envelope of(Webhook webhook, Change change, Instant now) {
        byte[] body = Wire.bytes(CloudEvent.of(change));
        String id = Long.toString(change.position());
        String time = Long.toString(now.getEpochSecond());
        return new Envelope(
                Buffer.buffer(body),
                Map.of(
                        "Content-Type", MEDIA_TYPE,
                        "User-Agent", "Wrenchline",
                        "webhook-id", id,
                        "webhook-timestamp", time,
                        "webhook-signature", "v1," + signature(webhook.secret(), id, time, body)));
    }

    private static String signature(String secret, String id, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("signing a webhook with HmacSHA256", broken);
        }
    }

    /** A secret in the usual form. */
    static String secret(byte[] random) {
        return PREFIX + Base64.getEncoder().encodeToString(random);
    }
}
