package wrenchline.store.series;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.reading.Readings.HistoryUnavailable;

/**
 * Sums up the open hours, once nothing has come into them for two minutes. An hour is always summed up whole and its old sums replaced,
 * so that replays, duplicates and late readings cannot count twice.
 */
final class SummingUp implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SummingUp.class);

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofMinutes(2);

    /** Neighbouring hours that are summed up at once. */
    private static final int MOST_AT_ONCE = 24;

    private final OpenHours open;
    private final Work work;
    private final Lock lock = new ReentrantLock();
    private final Condition end = lock.newCondition();
    private final Thread thread = Thread.ofPlatform().name("history-sums").unstarted(this::runUntilClosed);
    private boolean closed;

    /** Sums up readings. */
    @FunctionalInterface
    interface Work {

        /**
         * Replaces the sums of whole hours, {@code [from, to)} in microseconds. A normal return means that the new ones are on disk and
         * can be read.
         */
        void sumUp(long from, long to);
    }

    SummingUp(OpenHours open, Work work) {
        this.open = open;
        this.work = work;
        thread.start();
    }

    private void runUntilClosed() {
        while (awaitNext()) {
            try {
                run(QUIET);
            } catch (HistoryUnavailable outage) {
                log.warn("summing up the history; trying again: {}", String.valueOf(outage.getCause()));
            } catch (RuntimeException failure) {
                log.error("summing up the history; trying again", failure);
            }
        }
    }

    private boolean awaitNext() {
        lock.lock();
        try {
            long left = PAUSE.toNanos();
            while (!closed && left > 0) {
                left = end.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            throw new IllegalStateException("summing up the history: nobody may interrupt this thread", e);
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Sums up all hours that were left alone for {@code quiet}. */
    synchronized void run(Duration quiet) {
        NavigableMap<Long, Long> due = open.due(quiet);
        while (!due.isEmpty() && !isClosed()) {
            Map<Long, Long> run = neighbours(due);
            work.sumUp(due.firstKey(), due.firstKey() + run.size() * Grain.HOUR.micros());
            open.close(run);
            due.keySet().removeAll(run.keySet());
        }
    }

    /** Sums up what is open before {@code end}, in microseconds since the epoch; whether nothing is then. */
    boolean isDoneBefore(long end) {
        if (!open.all().headSet(end).isEmpty()) {
            run(Duration.ZERO);
        }
        return open.all().headSet(end).isEmpty();
    }

    private static Map<Long, Long> neighbours(NavigableMap<Long, Long> due) {
        Map<Long, Long> run = new TreeMap<>();
        long next = due.firstKey();
        while (run.size() < MOST_AT_ONCE && due.containsKey(next)) {
            run.put(next, due.get(next));
            next += Grain.HOUR.micros();
        }
        return run;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            end.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
