package wrenchline.dashboard.auth;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import wrenchline.config.Secret;
import wrenchline.core.access.Account;
import wrenchline.core.access.Principal;

/**
 * Browser sessions. A session is its expiry, a random part and whose it is, sealed with the operator's token: it outlives a restart
 * of the product, and every session ends when the token is changed. Whether its account still holds, the {@link Directory} says.
 */
public final class Sessions {

    /** How long a session holds. */
    public static final Duration LIFE = Duration.ofHours(12);

    private static final int RANDOM_BYTES = 18;

    private final Seal seal;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Sessions(Secret operatorToken, InstantSource clock) {
        this.seal = new Seal(operatorToken);
        this.clock = clock;
    }

    /**
     * A session that holds.
     *
     * @param cookie what the browser keeps and no script can read
     * @param csrf what a script must send with every request that changes something
     * @param account whose it is; {@code operator} for whoever holds the operator token
     * @param stamp the account's when the session began; it has ended when the account has another
     */
    public record Session(String cookie, String csrf, Instant expires, String account, long stamp) {
        /** SHA-256 of the cookie, by which it can be named without giving it away. */
        public String digest() {
            return Digests.of(cookie);
        }

        @Override
        public String toString() {
            return "Session[" + account + "]";
        }
    }

    /** Begins a session of whoever holds the operator token. */
    public Session begin() {
        return begin(Principal.OPERATOR, 0);
    }

    /** Begins a session of {@code account}. */
    public Session begin(Account account) {
        return begin(account.name().value(), account.stamp());
    }

    private Session begin(String account, long stamp) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        Instant expires = Instant.ofEpochSecond(clock.instant().plus(LIFE).getEpochSecond());
        String name = Seal.encode(account.getBytes(StandardCharsets.UTF_8));
        String body = expires.getEpochSecond() + "." + Seal.encode(bytes) + "." + name + "." + stamp;
        return session(body, expires, account, stamp);
    }

    /** The session of {@code cookie}, if it was sealed here and holds. */
    public Optional<Session> find(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        String body = cookie.substring(0, cookie.lastIndexOf('.'));
        if (!Seal.equal(parts[4], seal.of("session." + body))) {
            return Optional.empty();
        }
        Instant expires = Instant.ofEpochSecond(Long.parseLong(parts[0]));
        String account = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
        return clock.instant().isBefore(expires)
                ? Optional.of(session(body, expires, account, Long.parseLong(parts[3])))
                : Optional.empty();
    }

    /** Whether {@code given} is the session's CSRF token. */
    public static boolean csrfHolds(Session session, String given) {
        return Seal.equal(session.csrf(), given);
    }

    private Session session(String body, Instant expires, String account, long stamp) {
        return new Session(body + "." + seal.of("session." + body), seal.of("csrf." + body), expires, account, stamp);
    }
}
