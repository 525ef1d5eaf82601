package wrenchline.config;

/**
 * An existing MQTT broker to read from.
 *
 * @param url for instance {@code tcp://127.0.0.1:1884}
 * @param clientId names the persistent session; must stay the same over restarts
 * @param sparkplug whether this product is a Sparkplug Host Application there
 * @param username empty when the broker asks for none
 */
public record BrokerSettings(String url, String clientId, boolean sparkplug, String username, Secret password) {}
