package wrenchline.gateway.mqtt.hub;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The last message of each topic that was published to be retained (保留消息). Bounded: when it is full, new topics are not retained.
 * What the house itself retains it says again when it starts; the rest outlives a restart.
 */
final class RetainedMessages {

    private final HubLimits limits;
    private final Retention retention;
    private final NavigableMap<String, Publication> messages = new ConcurrentSkipListMap<>();
    private long bytes;
    private long refused;

    RetainedMessages(HubLimits limits, Retention retention) {
        this.limits = limits;
        this.retention = retention;
        retention.read().forEach(this::place);
    }

    /**
     * Retains {@code publication} in place of the one before; an empty payload clears the topic.
     *
     * @param onDisk run once that is on disk
     */
    synchronized void put(Publication publication, Runnable onDisk) {
        boolean stays = place(publication);
        if (publication.isOfHouse()) {
            onDisk.run();
        } else {
            retention.write(stays ? publication : publication.withoutPayload(), this::ofClients, onDisk);
        }
    }

    private Collection<Publication> ofClients() {
        return messages.values().stream()
                .filter(message -> !message.isOfHouse())
                .toList();
    }

    /** Whether it is retained now. */
    private boolean place(Publication publication) {
        Publication old = messages.get(publication.topic());
        long left = bytes - (old == null ? 0 : old.bytes());
        boolean clears = publication.payload().length == 0;
        boolean fits = left + publication.bytes() <= limits.retainedBytes()
                && (old != null || messages.size() < limits.retained());
        if (!clears && fits) {
            messages.put(publication.topic(), publication);
            bytes = left + publication.bytes();
        } else {
            // An old one would tell what is no longer so.
            messages.remove(publication.topic());
            bytes = left;
        }
        refused += clears || fits ? 0 : 1;
        return !clears && fits;
    }

    List<Publication> matching(String filter) {
        TopicFilter matcher = new TopicFilter(filter);
        long now = System.nanoTime();
        return messages.subMap(matcher.prefix(), matcher.prefix() + Character.MAX_VALUE).values().stream()
                .filter(message -> matcher.matches(message.topic()) && !message.isExpired(now))
                .toList();
    }

    int size() {
        return messages.size();
    }

    synchronized long refused() {
        return refused;
    }
}
