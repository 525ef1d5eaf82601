package wrenchline.gateway.mqtt;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.concurrent.CompletableFuture;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;

/**
 * A published message that waits for its turn to be acknowledged.
 *
 * @param outcome done once the message is on disk; a repeated QoS 2 message shares it with the first
 */
record Delivery(int packet, MqttQoS qos, CompletableFuture<Outcome> outcome) {

    boolean isSettled() {
        return outcome.isDone();
    }
}
