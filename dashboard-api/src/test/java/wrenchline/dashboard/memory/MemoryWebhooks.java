package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import wrenchline.core.desk.Change;
import wrenchline.core.webhook.Delivery;
import wrenchline.core.webhook.Webhook;
import wrenchline.core.webhook.Webhooks;

/** Webhooks and their outbox in memory. */
final class MemoryWebhooks implements Webhooks {

    private final Map<UUID, Webhook> webhooks = new LinkedHashMap<>();
    private final Map<UUID, Long> positions = new LinkedHashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    @Override
    public synchronized List<Webhook> all() {
        return List.copyOf(webhooks.values());
    }

    @Override
    public synchronized Optional<Webhook> find(UUID id) {
        return Optional.ofNullable(webhooks.get(id));
    }

    @Override
    public synchronized void add(Webhook webhook, long position) {
        webhooks.put(webhook.id(), webhook);
        positions.put(webhook.id(), position);
    }

    @Override
    public synchronized boolean remove(UUID id) {
        return webhooks.remove(id) != null;
    }

    @Override
    public synchronized long position(UUID webhook) {
        return positions.getOrDefault(webhook, Long.MAX_VALUE);
    }

    @Override
    public synchronized void enqueue(UUID webhook, List<Change> changes, long position, Instant now) {
        positions.put(webhook, position);
        for (Change change : changes) {
            deliveries.add(new Delivery(deliveries.size(), webhook, change, Delivery.State.WAITING, 0, now, ""));
        }
    }

    @Override
    public synchronized List<Delivery> take(UUID webhook, Instant now, int atMost) {
        List<Delivery> due = those(one -> one.webhook().equals(webhook)
                        && one.state() == Delivery.State.WAITING
                        && !one.due().isAfter(now))
                .stream()
                .limit(atMost)
                .map(one -> one.tried(now))
                .toList();
        due.forEach(this::keep);
        return due;
    }

    @Override
    public synchronized void keep(Delivery delivery) {
        deliveries.set((int) delivery.number(), delivery);
    }

    @Override
    public synchronized Optional<Delivery> delivery(long number) {
        return those(one -> one.number() == number).stream().findFirst();
    }

    @Override
    public synchronized List<Delivery> page(Delivery.State state, long before, int atMost) {
        return those(one -> one.state() == state && one.number() < before).reversed().stream()
                .limit(atMost)
                .toList();
    }

    private List<Delivery> those(Predicate<Delivery> which) {
        return deliveries.stream().filter(which).toList();
    }
}
