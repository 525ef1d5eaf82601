package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wrenchline.core.desk.Change;
import wrenchline.core.desk.Changes;

/** The stream of changes in memory. */
public final class MemoryChanges implements Changes {

    private final List<Change> all = new ArrayList<>();

    public synchronized void append(Instant at, String subject, String id, String event) {
        all.add(new Change(all.size() + 1L, at, subject, id, event));
    }

    @Override
    public synchronized List<Change> after(long position, int atMost) {
        return List.copyOf(all.subList((int) position, (int) Math.min(all.size(), position + atMost)));
    }

    @Override
    public synchronized long newest() {
        return all.size();
    }
}
