package wrenchline.dashboard.webhook;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.HttpSettings;
import wrenchline.core.desk.Change;
import wrenchline.core.desk.Changes;
import wrenchline.core.webhook.Delivery;
import wrenchline.core.webhook.Webhook;
import wrenchline.core.webhook.Webhooks;

/** Fills the outbox of each webhook from the journal, and empties it: at least once each, the same id each time. */
public final class Postman implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final int AT_ONCE = 100;
    private static final int SECRET_BYTES = 32;

    private final Webhooks webhooks;
    private final Changes changes;
    private final InstantSource clock;
    private final boolean innerToo;
    private final Sender sender;
    private final SecureRandom random = new SecureRandom();
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Thread> walking = new AtomicReference<>();

    /** @param settings where webhooks may lead, and who vouches for what is there */
    public Postman(
            Vertx vertx, Webhooks webhooks, Changes changes, InstantSource clock, HttpSettings.Webhooks settings) {
        this.webhooks = webhooks;
        this.changes = changes;
        this.clock = clock;
        this.innerToo = settings.inner();
        this.sender = new Sender(vertx, settings.authority());
    }

    /** What came of a wish for a webhook. */
    public sealed interface Subscribed {
        record Done(Webhook webhook) implements Subscribed {}

        record Refused(String reason) implements Subscribed {}
    }

    /** Begins to tell {@code url} what changes from now on. */
    public Subscribed subscribe(String url, Set<String> subjects, String by) {
        if (Target.of(url, innerToo) instanceof Target.Resolved.Refused(String reason)) {
            return new Subscribed.Refused("'" + url + "' is no address for a webhook: " + reason + ".");
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Webhook webhook = new Webhook(UUID.randomUUID(), url, subjects, Envelope.secret(secret), by, clock.instant());
        webhooks.add(webhook, changes.newest());
        return new Subscribed.Done(webhook);
    }

    /** Begins to walk. */
    public void start() {
        walking.set(Thread.ofVirtual().name("webhooks").start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    tryRound();
                    Thread.sleep(ROUND);
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void tryRound() {
        try {
            round();
        } catch (RuntimeException away) {
            LOG.warn("delivering webhooks: {}", away.toString());
        }
    }

    /** One round: each webhook that is not still busy with the last one gets its own thread, so that none waits for another. */
    List<Future<?>> round() {
        List<Future<?>> rounds = new ArrayList<>();
        for (Webhook webhook : webhooks.all()) {
            if (busy.add(webhook.id())) {
                rounds.add(threads.submit(() -> {
                    try {
                        serve(webhook);
                    } finally {
                        busy.remove(webhook.id());
                    }
                    return webhook;
                }));
            }
        }
        return rounds;
    }

    private void serve(Webhook webhook) throws InterruptedException {
        try {
            fill(webhook);
            for (Delivery delivery : webhooks.take(webhook.id(), clock.instant(), AT_ONCE)) {
                deliver(webhook, delivery);
            }
        } catch (RuntimeException away) {
            LOG.warn("delivering to {}: {}", webhook, away.toString());
        }
    }

    private void fill(Webhook webhook) {
        List<Change> news = changes.after(webhooks.position(webhook.id()), AT_ONCE);
        if (!news.isEmpty()) {
            List<Change> wanted = news.stream()
                    .filter(change -> webhook.wants(change.subject()))
                    .toList();
            webhooks.enqueue(webhook.id(), wanted, news.getLast().position(), clock.instant());
        }
    }

    private void deliver(Webhook webhook, Delivery delivery) throws InterruptedException {
        Optional<String> trouble = switch (Target.of(webhook.url(), innerToo)) {
            case Target.Resolved.At(Target target) ->
                sender.send(target, Envelope.of(webhook, delivery.change(), clock.instant()));
            case Target.Resolved.Refused(String reason) -> Optional.of(reason);
        };
        webhooks.keep(trouble.map(delivery::failed).orElseGet(delivery::delivered));
    }

    @Override
    public void close() {
        Thread thread = walking.get();
        if (thread != null) {
            thread.interrupt();
        }
        threads.shutdownNow();
        sender.close();
    }
}
