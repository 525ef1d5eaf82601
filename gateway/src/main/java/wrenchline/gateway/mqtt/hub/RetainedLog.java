package wrenchline.gateway.mqtt.hub;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import wrenchline.gateway.intake.Disk;
import wrenchline.gateway.intake.Entry;
import wrenchline.gateway.intake.IntakeLog;
import wrenchline.gateway.intake.IntakeSettings;
import wrenchline.gateway.intake.LogReader;

/**
 * Retained messages on disk: each change is a frame of a log like that of the intake, with its checks and group commits. When the log
 * has grown long, all that is retained is written anew, and what lies before is deleted.
 */
public final class RetainedLog implements Retention, AutoCloseable {

    private static final long CAPACITY = 512L << 20;
    private static final long SEGMENT = 4L << 20;
    private static final int QUEUE = 8 << 20;
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final IntakeLog<Runnable> log;
    private final RetainedFrame frames;
    private final long longBytes;
    private long since;
    private long live;

    private RetainedLog(IntakeLog<Runnable> log, RetainedFrame frames, long longBytes) {
        this.log = log;
        this.frames = frames;
        this.longBytes = longBytes;
        this.since = log.synced() - log.oldest();
    }

    /** Opens it in {@code folder}, which is made if need be. */
    public static RetainedLog open(Path folder, Disk disk, InstantSource clock) {
        return open(folder, SEGMENT, disk, clock);
    }

    /** @param segment bytes of one file; the log is long when it has two of them more than it needs */
    static RetainedLog open(Path folder, long segment, Disk disk, InstantSource clock) {
        IntakeSettings settings = new IntakeSettings(folder, CAPACITY, segment, QUEUE, Duration.ZERO, CLOSING);
        return new RetainedLog(
                IntakeLog.open(settings, disk, 0, group -> group.forEach(Runnable::run)),
                new RetainedFrame(clock),
                2 * segment);
    }

    @Override
    public List<Publication> read() {
        List<Publication> changes = new ArrayList<>();
        try (LogReader reader = log.read(log.oldest())) {
            while (reader.position() < log.synced()) {
                reader.read(QUEUE, Duration.ZERO, new Changes(changes));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading what is retained: interrupted", e);
        }
        return changes;
    }

    @Override
    public void write(Publication change, Supplier<Collection<Publication>> all, Runnable onDisk) {
        if (since <= longBytes + live) {
            since += append(change, onDisk);
            return;
        }
        long passed = log.synced();
        live = all.get().stream().mapToLong(one -> append(one, () -> {})).sum();
        since = append(change, () -> {
            log.release(passed);
            onDisk.run();
        });
    }

    private int append(Publication change, Runnable onDisk) {
        byte[] body = frames.of(change);
        // What is under way at a time is bounded by the connections it comes from.
        log.append(body, body.length, onDisk, () -> {});
        return body.length;
    }

    @Override
    public void close() {
        log.close();
    }

    private final class Changes implements LogReader.Each {

        private final List<Publication> changes;

        Changes(List<Publication> changes) {
            this.changes = changes;
        }

        @Override
        public void frame(long position, ByteBuffer body) {
            changes.add(frames.read(body));
        }

        @Override
        public void entries(List<Entry> entries) {
            throw new IllegalStateException("nothing is remembered of this log");
        }

        @Override
        public void damage(long from, long to, byte[] content) {
            // The reader has told it; devices say their status again when they connect.
        }
    }
}
