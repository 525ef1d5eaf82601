package wrenchline.dashboard.auth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import wrenchline.core.access.ApiKey;
import wrenchline.core.access.ApiKeys;
import wrenchline.core.access.Reach;
import wrenchline.core.access.Role;

/** Makes and ends the keys of programs. */
public final class KeyDesk {

    private static final int ID_BYTES = 4;
    private static final int SECRET_BYTES = 32;

    private final ApiKeys keys;
    private final Directory directory;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public KeyDesk(ApiKeys keys, Directory directory, InstantSource clock) {
        this.keys = keys;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param text what the program sends, told now and never again */
    public record Made(ApiKey key, String text) {
        @Override
        public String toString() {
            return "Made[" + key.id() + "]";
        }
    }

    public Made make(String name, Role role, Reach reach, Set<String> scopes, Duration life, String by) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        String text = "wl_" + HexFormat.of().formatHex(id) + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        ApiKey key = new ApiKey(
                HexFormat.of().formatHex(id),
                name,
                role,
                reach,
                scopes,
                Digests.of(text),
                by,
                now,
                now.plus(life),
                false);
        keys.add(key);
        directory.refresh();
        return new Made(key, text);
    }

    /** Ends a key for good; false when there is none. */
    public boolean revoke(String id) {
        boolean known = keys.revoke(id);
        directory.refresh();
        return known;
    }
}
