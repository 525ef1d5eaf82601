package wrenchline.config;

/**
 * The HTTP API and the page.
 *
 * @param publicUrl by which browsers reach it, for instance {@code https://desk.example}; empty for host and port. With https the
 *     cookies are for TLS alone
 * @param innerWebhooks whether webhooks may lead into the own network, and be without TLS
 * @param operatorToken the bearer token of the API
 */
public record HttpSettings(String host, int port, String publicUrl, boolean innerWebhooks, Secret operatorToken) {

    /** Without a public address, and with webhooks to the public internet alone. */
    public HttpSettings(String host, int port, Secret operatorToken) {
        this(host, port, "", false, operatorToken);
    }

    /** Whether browsers reach it by TLS. */
    public boolean secure() {
        return publicUrl.startsWith("https://");
    }
}
