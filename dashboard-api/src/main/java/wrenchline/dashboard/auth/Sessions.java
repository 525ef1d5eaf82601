package wrenchline.dashboard.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import wrenchline.config.Secret;

/**
 * Browser sessions. A session is its expiry and a random part, sealed with the operator's token: it outlives a restart of the
 * product, and every session ends when the token is changed.
 */
public final class Sessions {

    /** How long a session holds. */
    public static final Duration LIFE = Duration.ofHours(12);

    private static final int RANDOM_BYTES = 18;

    private final SecretKeySpec key;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();

    public Sessions(Secret operatorToken, InstantSource clock) {
        this.key = new SecretKeySpec(operatorToken.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /**
     * A session that holds.
     *
     * @param cookie what the browser keeps and no script can read
     * @param csrf what a script must send with every request that changes something
     */
    public record Session(String cookie, String csrf, Instant expires) {}

    /** Begins a session. */
    public Session begin() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        Instant expires = Instant.ofEpochSecond(clock.instant().plus(LIFE).getEpochSecond());
        String body = expires.getEpochSecond() + "." + encode(bytes);
        return session(body, expires);
    }

    /** The session of {@code cookie}, if it was sealed here and holds. */
    public Optional<Session> find(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length != 3 || ended.containsKey(cookie)) {
            return Optional.empty();
        }
        String body = parts[0] + "." + parts[1];
        if (!equal(parts[2], seal("session." + body))) {
            return Optional.empty();
        }
        Instant expires = Instant.ofEpochSecond(Long.parseLong(parts[0]));
        return clock.instant().isBefore(expires) ? Optional.of(session(body, expires)) : Optional.empty();
    }

    /** Ends a session. */
    public void end(Session session) {
        Instant now = clock.instant();
        ended.values().removeIf(expiry -> !now.isBefore(expiry));
        ended.put(session.cookie(), session.expires());
    }

    /** Whether {@code given} is the session's CSRF token. */
    public static boolean csrfHolds(Session session, String given) {
        return equal(session.csrf(), given);
    }

    private Session session(String body, Instant expires) {
        return new Session(body + "." + seal("session." + body), seal("csrf." + body), expires);
    }

    private String seal(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("sealing a session with HmacSHA256", broken);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
