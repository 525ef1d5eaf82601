package wrenchline.core.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import wrenchline.core.desk.Change;

/**
 * One change on its way to one webhook (投递).
 *
 * @param attempts how often it was tried
 * @param due when it is tried next
 * @param trouble why the last attempt failed; empty when it did not
 */
public record Delivery(
        long number, UUID webhook, Change change, State state, int attempts, Instant due, String trouble) {

    /** Where it stands. */
    public enum State {
        WAITING,
        DELIVERED,
        /** Given up (死信), until somebody asks for another round. */
        DEAD
    }

    /** How long after each failed attempt the next one comes; after the last there is none. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** As many attempts are made. */
    public static final int ATTEMPTS = PAUSES.size() + 1;

    /** As it is marked before it is tried at {@code now}: should the product end meanwhile, it is tried again. */
    public Delivery tried(Instant now) {
        Duration pause = PAUSES.get(Math.min(attempts, PAUSES.size() - 1));
        return new Delivery(number, webhook, change, state, attempts + 1, now.plus(pause), trouble);
    }

    /** What it is after an attempt that was marked by {@link #tried} failed for {@code reason}. */
    public Delivery failed(String reason) {
        State next = attempts >= ATTEMPTS ? State.DEAD : State.WAITING;
        return new Delivery(number, webhook, change, next, attempts, due, reason);
    }

    public Delivery delivered() {
        return new Delivery(number, webhook, change, State.DELIVERED, attempts, due, "");
    }

    /** Another round of attempts, from {@code now} on. */
    public Delivery again(Instant now) {
        return new Delivery(number, webhook, change, State.WAITING, 0, now, trouble);
    }
}
