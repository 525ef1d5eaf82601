package wrenchline.config;

import java.time.Duration;
import java.util.List;

/**
 * The product's own MQTT endpoint.
 *
 * @param tlsPort where it listens with TLS, once there is a certificate authority
 * @param tlsNames names and addresses by which machines reach it, beside those of this computer
 * @param username of the account that the controllers of the site may share
 * @param shared whether that account may sign in; it then speaks for any machine
 * @param silence after which a machine is taken to be offline, whatever it said last
 * @param maxPayloadBytes of one message; a longer one is quarantined or its connection closed
 */
public record MqttSettings(
        String host,
        int port,
        int tlsPort,
        List<String> tlsNames,
        String username,
        Secret password,
        boolean shared,
        Duration silence,
        int maxPayloadBytes) {
    public MqttSettings {
        tlsNames = List.copyOf(tlsNames);
    }
}
