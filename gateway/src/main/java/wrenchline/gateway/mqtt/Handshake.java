package wrenchline.gateway.mqtt;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.Duration;
import wrenchline.gateway.identity.Identity;
import wrenchline.gateway.identity.Verdict;
import wrenchline.gateway.payload.PayloadDecoder;
import wrenchline.gateway.sparkplug.SparkplugHost;

/** What CONNECT and CONNACK say, in the words of MQTT 3.1.1 and 5. */
final class Handshake {

    private static final int MQTT_5 = 5;

    /** The longest that an absent device's session is kept. */
    private static final Duration LONGEST_SESSION = Duration.ofDays(1);

    private Handshake() {}

    /** Why a device is not let in. */
    enum Refusal {
        WRONG_PASSWORD,
        OTHER_METHOD,
        REVOKED,
        TOO_MANY_ATTEMPTS,
        WILL_NOT_ALLOWED,
        TOO_MANY,
        CLOSING,
        CANNOT_TELL
    }

    static boolean isVersion5(MqttEndpoint endpoint) {
        return endpoint.protocolVersion() >= MQTT_5;
    }

    /** Whether the device wants to prove who it is in a way of its own: only MQTT 5 knows that, and we offer none. */
    static boolean hasMethodOfItsOwn(MqttEndpoint endpoint) {
        MqttProperties properties = endpoint.connectProperties();
        return properties != null && properties.getProperty(MqttProperties.AUTHENTICATION_METHOD) != null;
    }

    static Refusal refusal(Verdict.Reason reason) {
        return switch (reason) {
            case WRONG_PASSWORD -> Refusal.WRONG_PASSWORD;
            case REVOKED -> Refusal.REVOKED;
            case TOO_MANY_ATTEMPTS -> Refusal.TOO_MANY_ATTEMPTS;
        };
    }

    /** A will is a message like any other and may not say more than its sender may. */
    static boolean mayLeaveWill(MqttEndpoint endpoint, Identity identity) {
        if (!endpoint.will().isWillFlag()) {
            return true;
        }
        String topic = endpoint.will().getWillTopic();
        return (topic.startsWith(PayloadDecoder.TOPIC_ROOT) || SparkplugHost.isDeathOfNode(topic))
                && identity.publishing().mayPublish(topic);
    }

    static MqttConnectReturnCode code(Refusal refusal, MqttEndpoint endpoint) {
        boolean five = isVersion5(endpoint);
        return switch (refusal) {
            case WRONG_PASSWORD ->
                five
                        ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                        : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
            case OTHER_METHOD -> MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD;
            case WILL_NOT_ALLOWED, REVOKED ->
                five
                        ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5
                        : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
            case TOO_MANY, TOO_MANY_ATTEMPTS, CLOSING, CANNOT_TELL ->
                five
                        ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY
                        : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE;
        };
    }

    /** How long the session outlives the connection. MQTT 3.1.1 knows only not at all and for ever. */
    static Duration sessionExpiry(MqttEndpoint endpoint) {
        if (!isVersion5(endpoint)) {
            return endpoint.isCleanSession() ? Duration.ZERO : LONGEST_SESSION;
        }
        Duration asked = seconds(endpoint.connectProperties(), MqttProperties.SESSION_EXPIRY_INTERVAL);
        return asked.compareTo(LONGEST_SESSION) < 0 ? asked : LONGEST_SESSION;
    }

    /** How long after an unclean end the will is published, unless the device comes back before. */
    static Duration willDelay(MqttEndpoint endpoint) {
        Duration delay = seconds(endpoint.will().getWillProperties(), MqttProperties.WILL_DELAY_INTERVAL);
        Duration expiry = sessionExpiry(endpoint);
        return delay.compareTo(expiry) < 0 ? delay : expiry;
    }

    /** The session expiry that a farewell asks for; that of the beginning where it says nothing. */
    static Duration sessionExpiry(MqttEndpoint endpoint, MqttProperties farewell) {
        Duration first = sessionExpiry(endpoint);
        // It may not make one of a session that was to end with its connection (MQTT 5, 3.14.2.2.2).
        if (first.isZero() || farewell.getProperty(MqttProperties.SESSION_EXPIRY_INTERVAL) == null) {
            return first;
        }
        Duration asked = seconds(farewell, MqttProperties.SESSION_EXPIRY_INTERVAL);
        return asked.compareTo(LONGEST_SESSION) < 0 ? asked : LONGEST_SESSION;
    }

    /** How many messages of QoS 1 the client takes without having acknowledged them. */
    static int receiveMaximum(MqttEndpoint endpoint) {
        return number(endpoint.connectProperties(), MqttProperties.RECEIVE_MAXIMUM, 65_535);
    }

    /** The longest packet that the client takes. */
    static int maximumPacketSize(MqttEndpoint endpoint) {
        return number(endpoint.connectProperties(), MqttProperties.MAXIMUM_PACKET_SIZE, Integer.MAX_VALUE);
    }

    /** What an MQTT 5 device is told of our bounds. */
    static MqttProperties bounds(MqttEndpoint endpoint, int mostInFlight, int maxMessageBytes) {
        MqttProperties properties = new MqttProperties();
        if (!isVersion5(endpoint)) {
            return properties;
        }
        properties.add(new IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, mostInFlight));
        properties.add(new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, maxMessageBytes));
        properties.add(new IntegerProperty(MqttProperties.SESSION_EXPIRY_INTERVAL, (int)
                sessionExpiry(endpoint).toSeconds()));
        properties.add(new IntegerProperty(MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0));
        properties.add(new IntegerProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0));
        return properties;
    }

    /** Why a connection is ended on which {@code cause} came. */
    static MqttDisconnectReasonCode reason(Throwable cause) {
        return cause instanceof TooLongFrameException
                ? MqttDisconnectReasonCode.PACKET_TOO_LARGE
                : MqttDisconnectReasonCode.MALFORMED_PACKET;
    }

    private static int number(MqttProperties properties, int id, int otherwise) {
        return properties != null && properties.getProperty(id) instanceof IntegerProperty property
                ? property.value()
                : otherwise;
    }

    private static Duration seconds(MqttProperties properties, int id) {
        return properties != null && properties.getProperty(id) instanceof IntegerProperty property
                ? Duration.ofSeconds(Integer.toUnsignedLong(property.value()))
                : Duration.ZERO;
    }
}
