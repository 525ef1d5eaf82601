package wrenchline.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The intake log (接收日志): what arrived, in the order in which it arrived, on disk. Frames are appended by any thread and written
 * by one: whatever was appended while the last sync ran is written and synced together. Positions are offsets in bytes since the
 * log began; they only grow, also over restarts.
 *
 * @param <R> what an appender gets back when its frame is on disk
 */
public final class IntakeLog<R> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeLog.class);
    private static final Duration RETRY = Duration.ofMillis(200);

    private final IntakeSettings settings;
    private final Consumer<List<R>> onSynced;
    private final Segments segments;
    private final LogFile file;
    private final Spool spool;
    private final SyncTimes times = new SyncTimes();
    private final Thread thread =
            Thread.ofPlatform().name("intake-log").daemon().unstarted(this::run);
    private final Lock lock = new ReentrantLock();
    private final Condition toWrite = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final List<Runnable> waitingForRoom = new ArrayList<>();
    private Group<R> filling = new Group<>();
    private Group<R> writing = new Group<>();
    private boolean closing;
    private boolean abandoned;
    private volatile long synced;

    private IntakeLog(IntakeSettings settings, Disk disk, Consumer<List<R>> onSynced, Segments segments, long end)
            throws IOException {
        this.settings = settings;
        this.onSynced = onSynced;
        this.segments = segments;
        this.file = new LogFile(segments, settings.segmentBytes(), disk, end);
        this.spool = new Spool(segments, settings.capacity());
        this.synced = end;
        filling.begin(end);
    }

    /**
     * Opens the log in its folder, which is made if need be.
     *
     * @param passed up to where it was followed: it goes on there even when its own files end before, because a position must never
     *     be used twice
     * @param onSynced told on the log's thread what was given with each frame of a group, in order, once the group is on disk; must
     *     return soon, must not throw, and must not keep the list
     */
    public static <R> IntakeLog<R> open(IntakeSettings settings, Disk disk, long passed, Consumer<List<R>> onSynced) {
        try {
            Segments segments = Segments.in(settings.folder());
            IntakeLog<R> log = new IntakeLog<>(settings, disk, onSynced, segments, Recovery.end(segments, passed));
            log.thread.start();
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException("opening the intake log in " + settings.folder(), e);
        }
    }

    /**
     * Appends the first {@code length} bytes of {@code body}, always.
     *
     * @param body its first byte is not 0
     * @return false when enough waits for the disk: the caller then brings nothing more until {@code whenRoom} has run, once, on
     *     the thread of the log
     */
    public boolean append(byte[] body, int length, R receipt, Runnable whenRoom) {
        Frame.require(body, length);
        int crc = Frame.crc(body, length);
        lock.lock();
        try {
            if (filling.isEmpty()) {
                toWrite.signal();
            }
            filling.add(body, length, crc, receipt);
            if (filling.size() < settings.queueBytes()) {
                return true;
            }
            waitingForRoom.add(whenRoom);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Reads what is on disk from {@code position} on, or from the oldest frame when that is newer. */
    public LogReader read(long position) {
        return new LogReader(this, segments, position);
    }

    /** Position after the last frame that is on disk. */
    public long synced() {
        return synced;
    }

    /** Nobody needs what lies before {@code position} any more. */
    public void release(long position) {
        try {
            segments.deleteBefore(position);
            spool.works(synced);
        } catch (IOException e) {
            LOG.warn("deleting what was passed of the intake log before {}: tried again with the next", position, e);
        }
    }

    /** How it is. */
    public IntakeState state() {
        lock.lock();
        try {
            return spool.state(synced, filling.size() + writing.size(), times);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something on disk after {@code position}; false when {@code patience} ends before. */
    boolean awaitSynced(long position, Duration patience) throws InterruptedException {
        if (synced > position) {
            return true;
        }
        lock.lock();
        try {
            long left = patience.toNanos();
            while (synced <= position && left > 0) {
                left = progress.awaitNanos(left);
            }
            return synced > position;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (takeGroup()) {
                if (!write()) {
                    LOG.warn(
                            "{} messages stay unacknowledged and will come again",
                            writing.receipts().size());
                    return;
                }
                acknowledge();
            }
            // Proves that a damaged end is damage, and not a tail torn by a crash.
            writing.begin(synced);
            writing.mark();
            write();
        } catch (InterruptedException e) {
            LOG.error("writing the intake log: nobody may interrupt this thread", e);
        }
    }

    /** Waits for frames and makes them the group to be written; false when none will come any more. */
    private boolean takeGroup() throws InterruptedException {
        long pause = settings.pace().toNanos() - times.sinceLast();
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

    /** Returns when the group is on disk; false when that was given up. */
    private boolean write() throws InterruptedException {
        while (true) {
            if (spool.hasRoom(writing)) {
                try {
                    times.began();
                    file.write(writing);
                    times.ended();
                    spool.works(writing.end());
                    return true;
                } catch (IOException e) {
                    spool.fails(e);
                }
            }
            if (!pause()) {
                return false;
            }
        }
    }

    /** False when nobody waits any longer. */
    private boolean pause() throws InterruptedException {
        lock.lock();
        try {
            long left = RETRY.toNanos();
            while (left > 0 && !abandoned) {
                left = toWrite.awaitNanos(left);
            }
            return !abandoned;
        } finally {
            lock.unlock();
        }
    }

    private void acknowledge() {
        List<Runnable> toTell = List.of();
        lock.lock();
        try {
            synced = writing.end();
            progress.signalAll();
            // Only now is the memory of the group free again.
            if (!waitingForRoom.isEmpty() && filling.size() < settings.queueBytes()) {
                toTell = List.copyOf(waitingForRoom);
                waitingForRoom.clear();
            }
        } finally {
            lock.unlock();
        }
        onSynced.accept(writing.receipts());
        toTell.forEach(Runnable::run);
    }

    /** Writes what was appended as far as the disk takes it in good time; what remains was not acknowledged. */
    @Override
    public void close() {
        finish(settings.closing());
    }

    private void finish(Duration patience) {
        lock.lock();
        try {
            closing = true;
            toWrite.signal();
        } finally {
            lock.unlock();
        }
        try {
            if (!thread.join(patience)) {
                abandon();
                thread.join();
            }
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("closing the intake log", e);
        }
    }

    private void abandon() {
        lock.lock();
        try {
            abandoned = true;
            toWrite.signal();
        } finally {
            lock.unlock();
        }
    }
}
