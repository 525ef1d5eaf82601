package wrenchline.core.access;

import java.time.Instant;
import java.util.Set;

/**
 * The key of a program (接口密钥); its secret is told once and not kept.
 *
 * @param id stands in the key and in the log
 * @param name what it is for
 * @param scopes what it may touch at most, for instance {@code tickets:read}; empty for all that the role may
 * @param digest SHA-256 of the secret, in hexadecimal digits
 * @param by who made it
 */
public record ApiKey(
        String id,
        String name,
        Role role,
        Reach reach,
        Set<String> scopes,
        String digest,
        String by,
        Instant created,
        Instant expires,
        boolean revoked) {

    /** Begins the names under which programs act; no account's name has such a sign. */
    static final String PREFIX = "key:";

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** The program that holds it. */
    public Principal principal() {
        return new Principal(PREFIX + id, role, reach, scopes);
    }

    public boolean holds(Instant now) {
        return !revoked && now.isBefore(expires);
    }
}
