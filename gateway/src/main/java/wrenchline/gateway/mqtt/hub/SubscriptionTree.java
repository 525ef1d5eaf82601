package wrenchline.gateway.mqtt.hub;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** All subscriptions, by the levels of their filters. Changed under a lock, read without one. */
final class SubscriptionTree {

    private final Node root = new Node();
    private final AtomicInteger size = new AtomicInteger();

    /** A level: what is subscribed to exactly here, and what lies below. */
    private static final class Node {
        final Map<Outbox, Subscription> here = new ConcurrentHashMap<>(2);
        final Map<String, Node> below = new ConcurrentHashMap<>(2);
    }

    int size() {
        return size.get();
    }

    /** Enters {@code subscription} in place of one with the same filter; false when there was one. */
    synchronized boolean add(Subscription subscription) {
        Node node = root;
        for (String level : subscription.filter().split("/", -1)) {
            node = node.below.computeIfAbsent(level, name -> new Node());
        }
        boolean isNew = node.here.put(subscription.outbox(), subscription) == null;
        if (isNew) {
            size.incrementAndGet();
        }
        return isNew;
    }

    /** False when there was none. */
    synchronized boolean remove(Outbox outbox, String filter) {
        boolean removed = remove(root, filter.split("/", -1), 0, outbox);
        if (removed) {
            size.decrementAndGet();
        }
        return removed;
    }

    private static boolean remove(Node node, String[] levels, int depth, Outbox outbox) {
        if (depth == levels.length) {
            return node.here.remove(outbox) != null;
        }
        Node next = node.below.get(levels[depth]);
        if (next == null) {
            return false;
        }
        boolean removed = remove(next, levels, depth + 1, outbox);
        if (next.here.isEmpty() && next.below.isEmpty()) {
            node.below.remove(levels[depth]);
        }
        return removed;
    }

    /** Who is to be told of {@code topic}, and how. */
    Map<Outbox, Subscription> matching(String topic) {
        Map<Outbox, Subscription> found = new HashMap<>();
        collect(root, topic, 0, found);
        return found;
    }

    private static void collect(Node node, String topic, int from, Map<Outbox, Subscription> found) {
        // Wildcards at the beginning do not match topics that begin with a dollar (MQTT-4.7.2-1).
        boolean wild = from > 0 || !topic.startsWith("$");
        if (wild) {
            found(node.below.get("#"), found);
        }
        if (from > topic.length()) {
            found(node, found);
            return;
        }
        int slash = topic.indexOf('/', from);
        int end = slash < 0 ? topic.length() : slash;
        Node named = node.below.get(topic.substring(from, end));
        if (named != null) {
            collect(named, topic, end + 1, found);
        }
        Node any = wild ? node.below.get("+") : null;
        if (any != null) {
            collect(any, topic, end + 1, found);
        }
    }

    private static void found(@Nullable Node node, Map<Outbox, Subscription> found) {
        if (node != null) {
            node.here.forEach((outbox, subscription) -> found.merge(outbox, subscription, Subscription::or));
        }
    }
}
