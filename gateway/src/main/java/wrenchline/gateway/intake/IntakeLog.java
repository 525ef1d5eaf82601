package wrenchline.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
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
    private final GroupQueue<R> queue;
    private final Tail tail = new Tail();
    private final List<LogReader> readers = new CopyOnWriteArrayList<>();

    private IntakeLog(IntakeSettings settings, Disk disk, Consumer<List<R>> onSynced, Segments segments, long end)
            throws IOException {
        this.settings = settings;
        this.onSynced = onSynced;
        this.segments = segments;
        this.file = new LogFile(segments, settings.segmentBytes(), disk, end);
        this.spool = new Spool(segments, settings.capacity());
        this.queue = new GroupQueue<>(end, settings.queueBytes());
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
        return append(body, length, null, receipt, whenRoom);
    }

    /**
     * The same.
     *
     * @param entry makes what reading {@code body} would give from its position, for those who follow closely; null when they have to
     *     read it
     */
    public boolean append(byte[] body, int length, @Nullable LongFunction<Entry> entry, R receipt, Runnable whenRoom) {
        Frame.require(body, length);
        return queue.append(body, length, entry, receipt, whenRoom);
    }

    /** Reads what is on disk from {@code position} on, or from the oldest frame when that is newer. */
    public LogReader read(long position) {
        LogReader reader = new LogReader(this, segments, tail, position);
        readers.add(reader);
        return reader;
    }

    /** Position of the oldest frame that is on disk. */
    public long oldest() {
        return segments.first();
    }

    /** Position after the last frame that is on disk. */
    public long synced() {
        return queue.synced();
    }

    /** Nobody needs what lies before {@code position} any more. */
    public void release(long position) {
        try {
            segments.deleteBefore(position);
            spool.works(queue.synced());
        } catch (IOException e) {
            LOG.warn("deleting what was passed of the intake log before {}: tried again with the next", position, e);
        }
    }

    /** How it is. */
    public IntakeState state() {
        return spool.state(queue.synced(), queue.bytes(), times);
    }

    /** Waits until there is something on disk after {@code position}; false when {@code patience} ends before. */
    boolean awaitSynced(long position, Duration patience) throws InterruptedException {
        return queue.awaitSynced(position, patience);
    }

    private void run() {
        try {
            while (queue.take(settings.pace().toNanos() - times.sinceLast())) {
                if (!write()) {
                    LOG.warn(
                            "{} messages stay unacknowledged and will come again",
                            queue.writing().receipts().size());
                    return;
                }
                acknowledge();
            }
            // Proves that a damaged end is damage, and not a tail torn by a crash.
            queue.writing().begin(queue.synced());
            queue.writing().mark();
            write();
        } catch (InterruptedException e) {
            LOG.error("writing the intake log: nobody may interrupt this thread", e);
        }
    }

    /** Returns when the group is on disk; false when that was given up. */
    private boolean write() throws InterruptedException {
        Group<R> writing = queue.writing();
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
            if (!queue.pause(RETRY)) {
                return false;
            }
        }
    }

    private void acknowledge() {
        remember(queue.writing());
        List<Runnable> toTell = queue.written();
        onSynced.accept(queue.writing().receipts());
        toTell.forEach(Runnable::run);
    }

    private void remember(Group<R> group) {
        List<Entry> entries = group.entries();
        if (entries != null) {
            long passed = readers.stream().mapToLong(LogReader::passed).min().orElse(group.end());
            tail.add(new Tail.Stretch(group.start(), group.end(), entries), passed);
        }
    }

    /** Writes what was appended as far as the disk takes it in good time; what remains was not acknowledged. */
    @Override
    public void close() {
        queue.close();
        try {
            if (!thread.join(settings.closing())) {
                queue.abandon();
                thread.join();
            }
            queue.end();
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("closing the intake log", e);
        }
    }
}
