package wrenchline.core.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import wrenchline.core.reading.Quarantine;

/** The quarantine, for those who look after it. */
public interface Holds extends Quarantine {

    /** How many bytes of each payload a list shows. */
    int GLANCE = 400;

    /** Those that {@code filter} lets through and that come after {@code mark}, the newest first. */
    List<Hold> list(Filter filter, Mark mark, int atMost);

    /** The ids of those that {@code filter} lets through, the oldest first. */
    List<UUID> oldest(Filter filter, int atMost);

    /** One, whole. */
    Optional<Hold> find(UUID id);

    /** Those that came back when {@code id} was replayed. */
    List<UUID> returned(UUID id);

    /** Why messages wait, the most frequent reason first. */
    List<Reason> reasons(int atMost);

    /** @param waiting how many messages wait because of it */
    record Reason(String reason, long waiting) {}

    /**
     * Which messages are meant. What is empty lets all through.
     *
     * @param machine its id
     * @param topic what the topic contains, in capitals or not
     * @param reason what the reason contains, in capitals or not
     * @param from when it came; included
     * @param to excluded
     */
    record Filter(
            Set<DispositionState.Kind> states, String machine, String topic, String reason, Instant from, Instant to) {

        public static final Filter ALL = new Filter(Set.of(), "", "", "");

        /** Whenever it came. */
        public Filter(Set<DispositionState.Kind> states, String machine, String topic, String reason) {
            this(states, machine, topic, reason, Instant.EPOCH, Mark.START.received());
        }

        public Filter {
            states = Set.copyOf(states);
        }

        /** The same, of those that wait alone. */
        public Filter waiting() {
            return new Filter(Set.of(DispositionState.Kind.WAITING), machine, topic, reason, from, to);
        }
    }

    /** A place in the list: that of a message. */
    record Mark(Instant received, UUID id) {

        /** Before the first. */
        public static final Mark START = new Mark(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

        /** That of {@code hold}. */
        public static Mark of(Hold hold) {
            return new Mark(hold.message().received(), hold.message().id());
        }
    }
}
