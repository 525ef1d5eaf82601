package wrenchline.gateway.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;

/** PUBACK and PUBREC of our endpoint. Sent from the lanes' threads: Vert.x gathers what comes from there into few writes. */
final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final MqttEndpoint endpoint;

    Replies(MqttEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The message is on disk. */
    void send(Delivery delivery) {
        try {
            if (!endpoint.isConnected()) {
                return;
            }
            switch (delivery.qos()) {
                case 1 ->
                    endpoint.publishAcknowledge(
                            delivery.packet(), code(delivery.outcome().join()), MqttProperties.NO_PROPERTIES);
                // Success for the quarantined too: they are on disk, and an error code would end the exchange here.
                case 2 -> endpoint.publishReceived(delivery.packet());
                default -> {}
            }
        } catch (RuntimeException e) {
            // Vert.x answers so when the connection ended just now: the device will send the message again.
            LOG.debug("acknowledging message {}: {}", delivery.packet(), e.toString());
        }
    }

    /** Only MQTT 5 carries the code; for 3.1.1 an acknowledgement is an acknowledgement. */
    private static MqttPubAckReasonCode code(Outcome outcome) {
        return switch (outcome) {
            case KEPT -> MqttPubAckReasonCode.SUCCESS;
            case BAD_TOPIC -> MqttPubAckReasonCode.NOT_AUTHORIZED;
            case BAD_PAYLOAD -> MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID;
        };
    }
}
