package wrenchline.gateway.intake;

import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest groups of the log as they were before they became bytes, so that whoever follows closely need not read them back. Filled
 * by the log's thread alone, read by any.
 */
final class Tail {

    /** Some tens of megabytes of memory; whoever is further behind reads from disk. */
    private static final long MOST_BYTES = 8 << 20;

    /**
     * A group of the log.
     *
     * @param from where it begins
     * @param to where the next one begins
     */
    record Stretch(long from, long to, List<Entry> entries) {
        Stretch {
            entries = List.copyOf(entries);
        }
    }

    private final ConcurrentNavigableMap<Long, Stretch> stretches = new ConcurrentSkipListMap<>();

    /** {@code stretch} is the newest; what lies before {@code passed}, or is too much, is forgotten. */
    void add(Stretch stretch, long passed) {
        stretches.headMap(Math.max(passed, stretch.to() - MOST_BYTES)).clear();
        stretches.put(stretch.from(), stretch);
    }

    /** The group that begins at {@code position}; null when it has to be read from disk. */
    @Nullable
    Stretch at(long position) {
        return stretches.get(position);
    }
}
