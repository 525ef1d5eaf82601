package wrenchline.core.access;

import java.util.HashSet;
import java.util.Set;

/**
 * What an account's user must have beside the password (双因素认证): an authenticator that shares a secret with the product, and
 * one-time recovery codes for when it is lost.
 *
 * @param sealed the secret as it is kept, from which nobody can tell it; empty when there is none
 * @param confirmed whether a first code showed that the authenticator has it; only then is it asked for
 * @param step the step of time whose code was accepted last; no code of it or before is accepted again
 * @param recovery SHA-256 of the recovery codes that are not used up, in hex
 */
public record SecondFactor(String sealed, boolean confirmed, long step, Set<String> recovery) {

    public static final SecondFactor NONE = new SecondFactor("", false, 0, Set.of());

    public SecondFactor {
        recovery = Set.copyOf(recovery);
    }

    /** One that is not asked for until it is {@linkplain #confirmed(long, Set) confirmed}. */
    public static SecondFactor pending(String sealed) {
        return new SecondFactor(sealed, false, 0, Set.of());
    }

    /** Confirmed by the code of {@code step}. */
    public SecondFactor confirmed(long step, Set<String> recovery) {
        return new SecondFactor(sealed, true, step, recovery);
    }

    /** With the code of {@code step} used up. */
    public SecondFactor used(long step) {
        return new SecondFactor(sealed, confirmed, step, recovery);
    }

    /** With a recovery code used up. */
    public SecondFactor without(String digest) {
        Set<String> left = new HashSet<>(recovery);
        left.remove(digest);
        return new SecondFactor(sealed, confirmed, step, left);
    }
}
