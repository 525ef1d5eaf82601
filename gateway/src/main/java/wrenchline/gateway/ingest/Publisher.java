package wrenchline.gateway.ingest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The way back to where a message came from: publishes on that broker, or on our own endpoint. */
@FunctionalInterface
public interface Publisher {

    /** From where nothing can be published. */
    Publisher NOWHERE = (topic, payload, qos, retain) -> {};

    /**
     * Publishes to whoever subscribes there. Returns at once and never throws; at most once, so that what matters must be
     * repeated until its effect is seen.
     *
     * @param qos 0 or 1
     */
    void publish(String topic, byte[] payload, int qos, boolean retain);

    /** Publishes with QoS 1, and tells whether the other side has confirmed it; false also where nobody can know. */
    default CompletionStage<Boolean> confirmed(String topic, byte[] payload) {
        publish(topic, payload, 1, false);
        return CompletableFuture.completedStage(false);
    }
}
