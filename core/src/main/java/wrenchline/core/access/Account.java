package wrenchline.core.access;

import java.time.Instant;
import java.util.Set;

/**
 * An account (用户账户).
 *
 * @param password as it is kept, from which nobody can tell it; empty when somebody else vouches for who signs in
 * @param disabled whether it is shut until somebody opens it
 * @param factor what is asked for beside the password
 * @param stamp counts what ends all sessions: a new password, another role, a shutting, a signing out everywhere
 */
public record Account(
        AccountName name,
        Role role,
        Reach reach,
        String password,
        boolean disabled,
        long stamp,
        Failures failures,
        SecondFactor factor,
        Instant created) {

    /** Whoever signed in to it. */
    public Principal principal() {
        return new Principal(name.value(), role, reach, Set.of());
    }

    /** With another role; whoever is signed in must sign in again. */
    public Account as(Role role, Reach reach) {
        return new Account(name, role, reach, password, disabled, stamp + 1, failures, factor, created);
    }

    /** With another password, and open again if it was shut for wrong ones. */
    public Account withPassword(String password) {
        return new Account(name, role, reach, password, disabled, stamp + 1, Failures.NONE, factor, created);
    }

    public Account disabled(boolean disabled) {
        return new Account(name, role, reach, password, disabled, stamp + 1, failures, factor, created);
    }

    /** With every session ended. */
    public Account signedOut() {
        return new Account(name, role, reach, password, disabled, stamp + 1, failures, factor, created);
    }

    public Account with(Failures failures) {
        return new Account(name, role, reach, password, disabled, stamp, failures, factor, created);
    }

    public Account with(SecondFactor factor) {
        return new Account(name, role, reach, password, disabled, stamp, failures, factor, created);
    }
}
