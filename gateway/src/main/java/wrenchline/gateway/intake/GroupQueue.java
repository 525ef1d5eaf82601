package wrenchline.gateway.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The group that is being filled by any thread, and the one that is being written by the log's. They change places, so that the memory
 * for two is all there is.
 *
 * @param <R> what an appender gets back when its frame is on disk
 */
final class GroupQueue<R> {

    private final int capacity;
    private final Lock lock = new ReentrantLock();
    private final Condition toWrite = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final List<Runnable> waitingForRoom = new ArrayList<>();
    private Group<R> filling = new Group<>();
    private Group<R> writing = new Group<>();
    private boolean closing;
    private boolean abandoned;
    private boolean ended;
    private volatile long synced;

    /**
     * @param start of the first group
     * @param capacity bytes that may wait before the appenders are slowed
     */
    GroupQueue(long start, int capacity) {
        this.capacity = capacity;
        this.synced = start;
        filling.begin(start);
    }

    /** Appends, always; false when there is no room for more until {@code whenRoom} has been given out. */
    boolean append(byte[] body, int length, @Nullable LongFunction<Entry> entry, R receipt, Runnable whenRoom) {
        int crc = Frame.crc(body, length);
        lock.lock();
        try {
            if (filling.isEmpty()) {
                toWrite.signal();
            }
            filling.add(body, length, crc, receipt, entry);
            if (filling.size() < capacity) {
                return true;
            }
            waitingForRoom.add(whenRoom);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** The group that was taken last. */
    Group<R> writing() {
        return writing;
    }

    /** Bytes that are not on disk. */
    long bytes() {
        lock.lock();
        try {
            return synced >= writing.end() ? filling.size() : (long) filling.size() + writing.size();
        } finally {
            lock.unlock();
        }
    }

    /** Position after the last frame that is on disk. */
    long synced() {
        return synced;
    }

    /**
     * Waits for frames, and at least {@code pauseNanos}, and makes them the group to be written; false when none will come any more.
     */
    boolean take(long pauseNanos) throws InterruptedException {
        long pause = pauseNanos;
        lock.lock();
        try {
            while (pause > 0 && !closing) {
                pause = toWrite.awaitNanos(pause);
            }
            while (filling.isEmpty() && !closing) {
                toWrite.await();
            }
            Group<R> full = filling;
            filling = writing;
            writing = full;
            filling.begin(writing.end());
            return !writing.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The group is on disk; gives whom to tell that there is room. */
    List<Runnable> written() {
        lock.lock();
        try {
            synced = writing.end();
            progress.signalAll();
            // Only now is the memory of the group free again.
            if (waitingForRoom.isEmpty() || filling.size() >= capacity) {
                return List.of();
            }
            List<Runnable> told = List.copyOf(waitingForRoom);
            waitingForRoom.clear();
            return told;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something on disk after {@code position}; false when {@code patience} or the log ends before. */
    boolean awaitSynced(long position, Duration patience) throws InterruptedException {
        if (synced > position) {
            return true;
        }
        lock.lock();
        try {
            long left = patience.toNanos();
            while (synced <= position && left > 0 && !ended) {
                left = progress.awaitNanos(left);
            }
            return synced > position;
        } finally {
            lock.unlock();
        }
    }

    /** Waits before the disk is tried again; false when nobody waits for it any longer. */
    boolean pause(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (left > 0 && !abandoned) {
                left = toWrite.awaitNanos(left);
            }
            return !abandoned;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is appended. */
    void close() {
        lock.lock();
        try {
            closing = true;
            toWrite.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will be on disk. */
    void end() {
        lock.lock();
        try {
            ended = true;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What is not on disk stays unacknowledged. */
    void abandon() {
        lock.lock();
        try {
            abandoned = true;
            toWrite.signal();
        } finally {
            lock.unlock();
        }
    }
}
