package wrenchline.core.access;

import java.time.Instant;

/**
 * A browser that is signed in (登录会话).
 *
 * @param digest SHA-256 of its cookie, in hex
 * @param account whose it is; {@code operator} for whoever holds the operator token
 * @param stamp the account's when it began
 * @param seen when it was used last, to the minute or so
 * @param expires when it ends at the latest
 * @param address from which it was begun
 * @param browser as the browser calls itself, which nobody can rely on; empty when it does not
 */
public record OpenSession(
        String digest,
        String account,
        long stamp,
        Instant began,
        Instant seen,
        Instant expires,
        String address,
        String browser) {

    /** As it was used last at {@code seen}. */
    public OpenSession seenAt(Instant seen) {
        return new OpenSession(digest, account, stamp, began, seen, expires, address, browser);
    }
}
