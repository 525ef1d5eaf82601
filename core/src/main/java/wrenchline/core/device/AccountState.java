package wrenchline.core.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Timed;

/** The states of a device account (账户状态). */
public sealed interface AccountState extends Timed {

    /** Heard through somebody else, known to nobody, and listed for approval (待批准). What it says is kept and raises no ticket. */
    record Pending() implements AccountState {}

    /**
     * May be spoken for (已批准).
     *
     * @param credentials with which it signs in itself, oldest first: none while others speak for it, two while it changes from one
     *     to the next
     * @param topics topic filters beside those that every machine has, see {@link TopicRights}
     */
    record Approved(Actor by, Instant at, List<Credential> credentials, List<String> topics) implements AccountState {
        public Approved {
            credentials = List.copyOf(credentials);
            topics = List.copyOf(topics);
        }
    }

    /** May no longer sign in (已停用). */
    record Revoked(Actor by, Instant at, String reason) implements AccountState {}

    /** With which the machine signs in itself, oldest first. */
    default List<Credential> credentials() {
        return List.of();
    }

    @Override
    default Optional<Instant> dueAt() {
        return Optional.empty();
    }

    @Override
    default boolean over() {
        return false;
    }
}
