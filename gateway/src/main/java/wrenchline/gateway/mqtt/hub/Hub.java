package wrenchline.gateway.mqtt.hub;

import java.util.List;
import java.util.concurrent.CompletionStage;
import wrenchline.gateway.mqtt.hub.Letter.Ending;

/**
 * Brings what is published to those who subscribe. What devices publish comes here once it is on disk: a subscriber never sees what
 * might be lost. Returns at once, whatever the subscribers do; may be used by several threads.
 */
public final class Hub {

    /** How many subscriptions one session may have. */
    private static final int MOST_SUBSCRIPTIONS = 1_000;

    private final HubLimits limits;
    private final HubCounters counters = new HubCounters();
    private final SubscriptionTree subscriptions = new SubscriptionTree();
    private final RetainedMessages retained;

    public Hub(HubLimits limits) {
        this.limits = limits;
        this.retained = new RetainedMessages(limits);
    }

    /** A new session, without subscriptions. */
    public Outbox open(String session) {
        return new Outbox(session, limits, counters);
    }

    /** Ends the session of {@code outbox} with its subscriptions. */
    public void end(Outbox outbox) {
        for (String filter : filters(outbox)) {
            unsubscribe(outbox, filter);
        }
        outbox.close();
    }

    /** How a subscription went. */
    public enum Subscribed {
        NEW,
        /** In place of one with the same filter. */
        AGAIN,
        TOO_MANY
    }

    public Subscribed subscribe(Subscription subscription) {
        Outbox outbox = subscription.outbox();
        synchronized (outbox) {
            if (outbox.filters().size() >= MOST_SUBSCRIPTIONS
                    && !outbox.filters().contains(subscription.filter())) {
                return Subscribed.TOO_MANY;
            }
            outbox.filters().add(subscription.filter());
        }
        return subscriptions.add(subscription) ? Subscribed.NEW : Subscribed.AGAIN;
    }

    /** Sends what is retained and matches. */
    public void tellRetained(Subscription subscription) {
        for (Publication message : retained.matching(subscription.filter())) {
            subscription.outbox().offer(Letter.of(message, subscription, true));
        }
    }

    /** False when there was no such subscription. */
    public boolean unsubscribe(Outbox outbox, String filter) {
        synchronized (outbox) {
            outbox.filters().remove(filter);
        }
        return subscriptions.remove(outbox, filter);
    }

    /** Whether anybody may want what is published now. */
    public boolean hasSubscribers() {
        return subscriptions.size() > 0;
    }

    /** Brings {@code publication} to its subscribers, and retains it when it asks for that. */
    public void publish(Publication publication) {
        if (publication.retain()) {
            retained.put(publication);
        }
        for (Subscription subscription : wanting(publication)) {
            boolean retainedFlag = subscription.retainAsPublished() && publication.retain();
            subscription.outbox().offer(Letter.of(publication, subscription, retainedFlag));
        }
    }

    /**
     * Brings {@code publication} to those of its subscribers who are connected now and tells what became of it: the best of its
     * endings, as soon as it is known; {@link Ending#LOST} when there is none.
     */
    public CompletionStage<Ending> deliver(Publication publication) {
        List<Subscription> wanting = wanting(publication);
        Tracking tracking = new Tracking(wanting.size());
        for (Subscription subscription : wanting) {
            int qos = Math.min(publication.qos(), subscription.qos());
            subscription.outbox().offer(new Letter(publication, qos, false, true, tracking));
        }
        return tracking.ending();
    }

    private List<Subscription> wanting(Publication publication) {
        if (subscriptions.size() == 0) {
            return List.of();
        }
        return subscriptions.matching(publication.topic()).values().stream()
                .filter(subscription -> subscription.wants(publication))
                .toList();
    }

    public HubSnapshot snapshot() {
        return counters.snapshot(subscriptions.size(), retained.size(), retained.refused());
    }

    private static List<String> filters(Outbox outbox) {
        synchronized (outbox) {
            return List.copyOf(outbox.filters());
        }
    }
}
