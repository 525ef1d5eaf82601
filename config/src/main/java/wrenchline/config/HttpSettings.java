package wrenchline.config;

/**
 * The HTTP API and the page.
 *
 * @param operatorToken the bearer token of the API
 */
public record HttpSettings(String host, int port, Secret operatorToken) {}
