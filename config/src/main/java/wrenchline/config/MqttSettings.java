package wrenchline.config;

/**
 * The product's own MQTT endpoint.
 *
 * @param username with which every controller signs in
 * @param maxPayloadBytes of one message; a longer one is quarantined or its connection closed
 */
public record MqttSettings(String host, int port, String username, Secret password, int maxPayloadBytes) {}
