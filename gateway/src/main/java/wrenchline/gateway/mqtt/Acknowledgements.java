package wrenchline.gateway.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;

/**
 * Sends PUBACK and PUBREC in the order in which the messages came (MQTT-4.6.0), although the lanes finish them in any order. Sent
 * from the lanes' threads: Vert.x gathers what comes from there into few writes.
 */
final class Acknowledgements {

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);

    private final MqttEndpoint endpoint;
    private final Runnable onProgress;
    private final Queue<Delivery> order = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    /** @param onProgress run after some were sent, on whatever thread */
    Acknowledgements(MqttEndpoint endpoint, Runnable onProgress) {
        this.endpoint = endpoint;
        this.onProgress = onProgress;
    }

    /** Messages that were received and not acknowledged. */
    int inFlight() {
        return inFlight.get();
    }

    /** {@code delivery} is the newest message; it is acknowledged after those before it. */
    void expect(Delivery delivery) {
        inFlight.incrementAndGet();
        order.add(delivery);
        var _ = delivery.outcome().thenRun(this::send);
    }

    /** Of callers at the same time one does the work of all. A lock would be held while Vert.x takes its own. */
    private void send() {
        if (calls.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            for (Delivery head = order.peek(); head != null && head.isSettled(); head = order.peek()) {
                order.remove();
                send(head);
                inFlight.decrementAndGet();
            }
            seen = calls.addAndGet(-seen);
        }
        onProgress.run();
    }

    private void send(Delivery delivery) {
        Outcome outcome = delivery.outcome().join();
        try {
            if (!endpoint.isConnected()) {
                return;
            }
            switch (delivery.qos()) {
                case AT_LEAST_ONCE ->
                    endpoint.publishAcknowledge(delivery.packet(), acknowledged(outcome), MqttProperties.NO_PROPERTIES);
                // Success for the quarantined too: they are on disk, and an error code would end the exchange before
                // PUBREL.
                case EXACTLY_ONCE -> endpoint.publishReceived(delivery.packet());
                case AT_MOST_ONCE, FAILURE -> {}
            }
        } catch (RuntimeException e) {
            // Vert.x answers so when the connection ended just now: the device will send the message again.
            LOG.debug("acknowledging message {}: {}", delivery.packet(), e.toString());
        }
    }

    /** Only MQTT 5 carries the code; for 3.1.1 an acknowledgement is an acknowledgement. */
    private static MqttPubAckReasonCode acknowledged(Outcome outcome) {
        return switch (outcome) {
            case KEPT -> MqttPubAckReasonCode.SUCCESS;
            case BAD_TOPIC -> MqttPubAckReasonCode.NOT_AUTHORIZED;
            case BAD_PAYLOAD -> MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID;
        };
    }
}
