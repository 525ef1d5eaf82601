package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wrenchline.core.desk.Change;
import wrenchline.core.desk.Changes;

/** The stream of changes in memory. */
public final class MemoryChanges implements Changes {

    private final List<Change> all = new ArrayList<>();
    private final Map<Thread, Long> readers = new ConcurrentHashMap<>();

    public synchronized void append(Instant at, String subject, String id, String event) {
        all.add(new Change(all.size() + 1L, at, subject, id, event));
    }

    @Override
    public synchronized List<Change> after(long position, int atMost) {
        readers.put(Thread.currentThread(), position);
        return all.stream()
                .filter(change -> change.position() > position)
                .limit(atMost)
                .toList();
    }

    /** How far whoever reads came, by their threads. */
    public Collection<Long> readers() {
        return readers.values();
    }

    @Override
    public synchronized long newest() {
        return all.size();
    }
}
