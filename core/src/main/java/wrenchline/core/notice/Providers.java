package wrenchline.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The providers in their order of preference (短信通道), each with its health. Health is a hint in memory: after a restart everybody
 * is tried anew.
 */
public final class Providers {

    private static final Duration NOT_READY = Duration.ofSeconds(5);

    private final List<Messenger> order;
    private final Map<String, Health> health = new ConcurrentHashMap<>();

    public Providers(List<? extends Messenger> order) {
        this.order = List.copyOf(order);
    }

    /** The first that works and did not decline; one of {@code doubts}, which may have the message already, only when there is no other. */
    public Optional<Messenger> choose(List<String> declinedBy, List<String> doubts, Instant now) {
        return left(declinedBy).stream()
                .filter(messenger ->
                        messenger.ready() && health(messenger.name()).open(now))
                .min(Comparator.comparing(messenger -> doubts.contains(messenger.name())));
    }

    /** Those that did not decline. */
    public List<Messenger> left(List<String> declinedBy) {
        return order.stream()
                .filter(messenger -> !declinedBy.contains(messenger.name()))
                .toList();
    }

    /** When it is worth looking for one again. */
    public Instant nextChance(List<String> declinedBy, Instant now) {
        return left(declinedBy).stream()
                .filter(Messenger::ready)
                .map(messenger -> health(messenger.name()).until())
                .min(Comparator.naturalOrder())
                .filter(until -> until.isAfter(now))
                .orElse(now.plus(NOT_READY));
    }

    public Optional<Messenger> named(String name) {
        return order.stream().filter(messenger -> messenger.name().equals(name)).findFirst();
    }

    /** Remembers how {@code provider} fared. */
    public void noted(String provider, Messenger.Submission submission, Instant now) {
        health.compute(provider, (name, before) -> (before == null ? Health.GOOD : before).after(submission, now));
    }

    public Health health(String provider) {
        return health.getOrDefault(provider, Health.GOOD);
    }

    public List<Messenger> all() {
        return order;
    }
}
