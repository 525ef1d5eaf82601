package wrenchline.gateway.sparkplug;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sequence numbers of one node, which count its messages from 0 to 255 and over again. A gap is given some time to be filled,
 * because a cluster of brokers may change the order.
 */
final class Sequence {

    private static final int ROUND = 256;

    private final Duration patience;
    private final Set<Long> missing = new TreeSet<>();
    private @Nullable Instant deadline;
    private boolean broken;
    private long next;

    /** @param patience how long after a gap the missing messages may still come */
    Sequence(Duration patience) {
        this.patience = patience;
    }

    /** A birth carries {@code seq}, and everything begins anew. */
    void begin(long seq) {
        missing.clear();
        deadline = null;
        broken = seq == Payload.NONE;
        next = (seq + 1) % ROUND;
    }

    /** A message with {@code seq} came. */
    void heard(long seq, Instant now) {
        if (missing.remove(seq)) {
            deadline = missing.isEmpty() ? null : deadline;
            return;
        }
        long ahead = Math.floorMod(seq - next, ROUND);
        if (seq < 0 || seq >= ROUND || ahead >= ROUND / 2) {
            broken = true;
            return;
        }
        for (; next != seq; next = (next + 1) % ROUND) {
            missing.add(next);
            deadline = deadline == null ? now.plus(patience) : deadline;
        }
        next = (seq + 1) % ROUND;
    }

    /** Whether something was lost, or came twice: what this host knows of the node may be wrong. */
    boolean isBroken(Instant now) {
        return broken || (deadline != null && !now.isBefore(deadline));
    }
}
