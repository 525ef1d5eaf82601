package wrenchline.gateway.mqtt.hub;

/**
 * What a session wants to be told (订阅).
 *
 * @param filter topic filter
 * @param qos 0 or 1, the most with which it is told
 * @param noLocal whether what the session publishes itself is left out
 * @param retainAsPublished whether it is told which messages were published to be retained
 */
public record Subscription(Outbox outbox, String filter, int qos, boolean noLocal, boolean retainAsPublished) {

    /** Of two subscriptions of one session that a topic matches, the one with the higher QoS: it is told once. */
    Subscription or(Subscription other) {
        return other.qos > qos ? other : this;
    }

    boolean wants(Publication publication) {
        return !(noLocal && publication.publisher().equals(outbox.name()));
    }
}
