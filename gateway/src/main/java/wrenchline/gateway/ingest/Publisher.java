package wrenchline.gateway.ingest;

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
}
