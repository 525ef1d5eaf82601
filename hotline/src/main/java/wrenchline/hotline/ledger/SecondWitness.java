package wrenchline.hotline.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What is seen of the ledger's events live, beside the file (旁证). It has the rows that the file lacks, for instance because the disk was
 * full. An event that both saw counts once; one that it did not see, because the connection was away, is in the file.
 */
public final class SecondWitness {

    /** What the file does not have after so long it will not get. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** After so long it is settled who saw what. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private record Key(String channel, String type) {
        static Key of(Row row) {
            return new Key(row.channel(), row.type());
        }
    }

    private record Sighting(Row row, Instant at) {}

    /**
     * Who saw how many events since the start.
     *
     * @param fileAlone while the live connection was away
     * @param liveAlone the file did not get them: they were taken from here
     */
    public record Tally(long both, long fileAlone, long liveAlone) {}

    private final Map<Key, Deque<Sighting>> live = new HashMap<>();
    private final Map<Key, Deque<Instant>> written = new HashMap<>();
    private final Map<Key, Integer> adopted = new HashMap<>();
    private long both;
    private long fileAlone;
    private long liveAlone;

    /** Live, an event was seen. */
    public synchronized void saw(Row row, Instant at) {
        Key key = Key.of(row);
        if (take(written, key)) {
            both++;
        } else {
            live.computeIfAbsent(key, any -> new ArrayDeque<>()).add(new Sighting(row, at));
        }
    }

    /** The file has a row; false when it was taken from here already. */
    synchronized boolean wrote(Row row, Instant at) {
        Key key = Key.of(row);
        if (adopted.getOrDefault(key, 0) > 0) {
            adopted.merge(key, -1, Integer::sum);
            return false;
        }
        if (take(live, key)) {
            both++;
        } else {
            written.computeIfAbsent(key, any -> new ArrayDeque<>()).add(at);
        }
        return true;
    }

    /** The events that the file should have by now and has not, oldest first; each is handed out once. */
    synchronized List<Row> missing(Instant now) {
        forget(now);
        List<Sighting> missing = new ArrayList<>();
        for (Iterator<Map.Entry<Key, Deque<Sighting>>> keys = live.entrySet().iterator(); keys.hasNext(); ) {
            Map.Entry<Key, Deque<Sighting>> entry = keys.next();
            Deque<Sighting> seen = entry.getValue();
            while (!seen.isEmpty() && seen.getFirst().at().plus(PATIENCE).isBefore(now)) {
                missing.add(seen.removeFirst());
                adopted.merge(entry.getKey(), 1, Integer::sum);
                liveAlone++;
            }
            if (seen.isEmpty()) {
                keys.remove();
            }
        }
        return missing.stream()
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .map(Sighting::row)
                .toList();
    }

    /** Who saw how many events. */
    public synchronized Tally tally() {
        return new Tally(both, fileAlone, liveAlone);
    }

    private void forget(Instant now) {
        written.values().forEach(times -> {
            while (!times.isEmpty() && times.getFirst().plus(MEMORY).isBefore(now)) {
                times.removeFirst();
                fileAlone++;
            }
        });
        written.values().removeIf(Deque::isEmpty);
    }

    private static <T> boolean take(Map<Key, Deque<T>> from, Key key) {
        Deque<T> queue = from.get(key);
        if (queue == null) {
            return false;
        }
        queue.removeFirst();
        if (queue.isEmpty()) {
            from.remove(key);
        }
        return true;
    }
}
