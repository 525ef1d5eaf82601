package wrenchline.gateway.mqtt;

import java.util.concurrent.CompletableFuture;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;

/**
 * A published message that waits for its turn to be acknowledged.
 *
 * @param qos 0 needs no acknowledgement, but takes its turn all the same
 * @param outcome done once the message is on disk; a repeated QoS 2 message shares it with the first
 */
record Delivery(int packet, int qos, CompletableFuture<Outcome> outcome) {

    Delivery(int packet, int qos) {
        this(packet, qos, new CompletableFuture<>());
    }

    boolean isSettled() {
        return outcome.isDone();
    }
}
