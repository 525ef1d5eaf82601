package wrenchline.dashboard.auth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One-time codes for the link that the console prints. They stand in the link's fragment, which no browser sends or logs, and
 * hold for one use and a few minutes.
 */
public final class SignInCodes {

    private static final int RANDOM_BYTES = 24;
    private static final int MOST = 100;

    private final InstantSource clock;
    private final Duration life;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    public SignInCodes(InstantSource clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    /** A new code. */
    public String issue() {
        forgetExpired();
        if (expiries.size() >= MOST) {
            throw new IllegalStateException("issuing a sign-in code: " + MOST + " are unused already");
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        expiries.put(code, clock.instant().plus(life));
        return code;
    }

    /** The address that signs in whoever opens it first, on the page at {@code page} (for instance {@code http://127.0.0.1:8080}). */
    public String link(String page) {
        return page + "/#code=" + issue();
    }

    /** Uses {@code code} up; whether it held. */
    public boolean redeem(String code) {
        Instant expiry = expiries.remove(code);
        return expiry != null && clock.instant().isBefore(expiry);
    }

    private void forgetExpired() {
        Instant now = clock.instant();
        expiries.values().removeIf(expiry -> !now.isBefore(expiry));
    }
}
