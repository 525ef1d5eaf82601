package wrenchline.core.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import wrenchline.core.desk.Change;

/** Who is told of changes, and the outbox from which they are told. */
public interface Webhooks {

    List<Webhook> all();

    Optional<Webhook> find(UUID id);

    /** From now on it is told what changes after {@code position}. */
    void add(Webhook webhook, long position);

    /** It is told nothing more; false when there is none. */
    boolean remove(UUID id);

    /** Up to which change the outbox has been filled for {@code webhook}. */
    long position(UUID webhook);

    /** Puts {@code changes} into the outbox for {@code webhook} and goes on from {@code position}, both or neither. */
    void enqueue(UUID webhook, List<Change> changes, long position, Instant now);

    /** Takes those of {@code webhook} that are due, marked as tried before any is; no other process takes them too. */
    List<Delivery> take(UUID webhook, Instant now, int atMost);

    void keep(Delivery delivery);

    Optional<Delivery> delivery(long number);

    /** Those in {@code state} with a number below {@code before}, newest first. */
    List<Delivery> page(Delivery.State state, long before, int atMost);
}
