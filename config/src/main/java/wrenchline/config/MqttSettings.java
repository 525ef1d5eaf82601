package wrenchline.config;

/**
 * The product's own MQTT endpoint.
 *
 * @param username of the account that the controllers of the site may share
 * @param shared whether that account may sign in; it then speaks for any machine
 * @param maxPayloadBytes of one message; a longer one is quarantined or its connection closed
 */
public record MqttSettings(
        String host, int port, String username, Secret password, boolean shared, int maxPayloadBytes) {}
