package wrenchline.dashboard.wire;

import java.util.List;
import wrenchline.core.access.SecondFactor;

/**
 * What an account has beside its password.
 *
 * @param confirmed whether a code is asked for at signing in
 * @param recovery how many recovery codes are left
 */
public record SecondFactorView(boolean confirmed, int recovery) {

    public static SecondFactorView of(SecondFactor factor) {
        return new SecondFactorView(factor.confirmed(), factor.recovery().size());
    }

    /** Recovery codes, told now and never again. */
    public record Recovery(List<String> codes) {
        @Override
        public String toString() {
            return "Recovery[…]";
        }
    }
}
