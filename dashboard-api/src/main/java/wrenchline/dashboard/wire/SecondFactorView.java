package wrenchline.dashboard.wire;

import java.util.List;
import wrenchline.core.access.SecondFactor;
import wrenchline.dashboard.qr.QrPicture;

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

    /**
     * What an authenticator needs, told now and never again.
     *
     * @param qr {@code uri} for its camera
     */
    public record Secret(String secret, String uri, QrPicture qr) {

        public static Secret of(String secret, String uri) {
            return new Secret(secret, uri, QrPicture.of(uri));
        }

        @Override
        public String toString() {
            return "Secret[…]";
        }
    }

    /** Recovery codes, told now and never again. */
    public record Recovery(List<String> codes) {
        @Override
        public String toString() {
            return "Recovery[…]";
        }
    }
}
