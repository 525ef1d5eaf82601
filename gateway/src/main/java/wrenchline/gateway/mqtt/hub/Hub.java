package wrenchline.gateway.mqtt.hub;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private volatile Consumer<String> listening = filter -> {};

    public Hub(HubLimits limits, Retention retention) {
        this.limits = limits;
        this.retained = new RetainedMessages(limits, retention);
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
        Subscribed how = subscriptions.add(subscription) ? Subscribed.NEW : Subscribed.AGAIN;
        listening.accept(subscription.filter());
        return how;
    }

    /** The client of {@code outbox} is connected again, and listens to what it subscribed to before. */
    public void resume(Outbox outbox) {
        filters(outbox).forEach(listening);
    }

    /** {@code told} is told each filter to which a connected client begins to listen; on any thread, and must return at once. */
    public void whenListening(Consumer<String> told) {
        listening = told;
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
            retain(publication, () -> {});
        }
        tell(publication);
    }

    /** Retains {@code publication}, of which nobody is told; {@code onDisk} is run once that is on disk, and must return at once. */
    public void retain(Publication publication, Runnable onDisk) {
        retained.put(publication, onDisk);
    }

    /** Brings {@code publication} to its subscribers. */
    public void tell(Publication publication) {
        for (Subscription subscription : wanting(publication)) {
            boolean retainedFlag = subscription.retainAsPublished() && publication.retain();
            subscription.outbox().offer(Letter.of(publication, subscription, retainedFlag));
        }
    }

    /**
     * Brings {@code publication} to those of its subscribers who are connected now and tells what became of it: the best of its
     * endings, as soon as it is known; {@link Ending#LOST} when there is none.
     *
     * @param counts by which filters somebody subscribes for whom it is meant; what becomes of it with others is not told
     */
    public CompletionStage<Ending> deliver(Publication publication, Predicate<String> counts) {
        Map<Boolean, List<Subscription>> wanting = wanting(publication).stream()
                .collect(Collectors.partitioningBy(
                        subscription -> filters(subscription.outbox()).stream().anyMatch(counts)));
        List<Subscription> meant = wanting.getOrDefault(true, List.of());
        Tracking tracking = new Tracking(meant.size());
        meant.forEach(subscription -> offerLive(publication, subscription, tracking));
        wanting.getOrDefault(false, List.of())
                .forEach(subscription -> offerLive(publication, subscription, ending -> {}));
        return tracking.ending();
    }

    private static void offerLive(Publication publication, Subscription subscription, Consumer<Ending> ending) {
        int qos = Math.min(publication.qos(), subscription.qos());
        subscription.outbox().offer(new Letter(publication, qos, false, true, ending));
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
