package wrenchline.dashboard.wire;

import org.jspecify.annotations.Nullable;
import wrenchline.core.device.Handout;

/**
 * What a machine needs to sign in, told once: user name and password, or a token for the user name, or certificate and key in PEM.
 *
 * @param authority the certificate by which the machine recognises the product, in PEM
 */
public record EnrolmentView(
        @Nullable String username,
        @Nullable String password,
        @Nullable String token,
        @Nullable String certificate,
        @Nullable String key,
        String authority) {

    public static EnrolmentView of(Handout handout, String authority) {
        return switch (handout) {
            case Handout.Password(String username, String password) ->
                new EnrolmentView(username, password, null, null, null, authority);
            case Handout.Token(String token) -> new EnrolmentView(null, null, token, null, null, authority);
            case Handout.Certificate(String certificate, String key) ->
                new EnrolmentView(null, null, null, certificate, key, authority);
        };
    }

    @Override
    public String toString() {
        return "enrolment";
    }
}
