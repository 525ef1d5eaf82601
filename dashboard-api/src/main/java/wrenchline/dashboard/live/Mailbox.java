package wrenchline.dashboard.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for one listener. It never grows beyond one entry per key: a slow listener misses values in between, never the newest,
 * and changes are not kept here at all but read from where they are safe.
 */
final class Mailbox {

    private final Lock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Map<Object, Object> waiting = new LinkedHashMap<>();
    private boolean woken;

    /** There are new changes to read. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Leaves {@code item}; it replaces one with the same {@code key} that was not fetched. */
    void leave(Object key, Object item) {
        lock.lock();
        try {
            waiting.put(key, item);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What came in, at the latest after {@code patience}. */
    Mail fetch(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long nanoseconds = patience.toNanos();
            while (!woken && waiting.isEmpty() && nanoseconds > 0) {
                nanoseconds = filled.awaitNanos(nanoseconds);
            }
            Mail mail = new Mail(woken, new ArrayList<>(waiting.values()));
            woken = false;
            waiting.clear();
            return mail;
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param changes whether there are new changes to read
     */
    record Mail(boolean changes, List<Object> items) {

        boolean isEmpty() {
            return !changes && items.isEmpty();
        }

        /** The items of one type. */
        <T> List<T> of(Class<T> type) {
            return items.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }
}
