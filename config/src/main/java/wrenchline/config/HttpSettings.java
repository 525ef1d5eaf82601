package wrenchline.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API and the page.
 *
 * @param publicUrl by which browsers reach it, for instance {@code https://desk.example}; empty for host and port. With https the
 *     cookies are for TLS alone
 * @param webhooks how other systems are told of changes
 * @param signIn how people sign in
 * @param operatorToken the bearer token of the API
 */
public record HttpSettings(
        String host, int port, String publicUrl, Webhooks webhooks, SignIn signIn, Secret operatorToken) {

    /**
     * @param idle after how long without use a browser must sign in again; a page that is open and listens is in use
     * @param secondFactorRequired whether an account without a second factor can do nothing but get one
     */
    public record SignIn(Duration idle, boolean secondFactorRequired) {

        /** Where nothing else is said. */
        public static final SignIn USUAL = new SignIn(Duration.ofHours(4), false);
    }

    /**
     * @param inner whether they may lead into the own network, and be without TLS
     * @param authority certificate (PEM) that vouches for their systems instead of those that Java knows; null for those
     */
    public record Webhooks(boolean inner, @Nullable Path authority) {

        /** To the public internet alone. */
        public static final Webhooks PUBLIC = new Webhooks(false, null);

        /** Into the own network too. */
        public static final Webhooks INNER = new Webhooks(true, null);
    }

    /** Without a public address, and with webhooks to the public internet alone. */
    public HttpSettings(String host, int port, Secret operatorToken) {
        this(host, port, "", Webhooks.PUBLIC, SignIn.USUAL, operatorToken);
    }

    /** Whether browsers reach it by TLS. */
    public boolean secure() {
        return publicUrl.startsWith("https://");
    }
}
