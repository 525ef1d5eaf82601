package wrenchline.gateway.intake;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.gateway.payload.Decoded;

/** A thread that reads the intake log and acts on it, as fast as it can and never faster than what it acts on. */
public final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int BATCH_BYTES = 4 << 20;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final String name;
    private final LogReader reader;
    private final IntakeLog<?> log;
    private final Work work;
    private final Runnable onSettled;
    private final Retry retry;
    private final Duration pace;
    private final InstantSource clock;
    private final Thread thread;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile long passed;
    private volatile long settled;
    private volatile Instant lastProgress;
    private boolean hurried;
    private boolean closing;

    /** What a follower does. Called on its thread alone. */
    public interface Work {

        /** Acts on {@code entries}, in order. Repeats by itself what can be repeated. */
        void take(List<Entry> entries);

        /**
         * Everything before {@code position} was taken.
         *
         * @param now whether that must be noted on disk at once
         * @return up to which position it is noted on disk
         */
        long settle(long position, boolean now);
    }

    /**
     * @param position from which on {@code work} has not taken it
     * @param onSettled run on the follower's thread when {@link #settled} has grown
     * @param pace shortest time between the beginnings of two batches: a longer one makes fewer and larger ones under load
     */
    public Follower(
            String name,
            IntakeLog<?> log,
            long position,
            Work work,
            Runnable onSettled,
            Retry retry,
            Duration pace,
            InstantSource clock) {
        this.name = name;
        this.log = log;
        this.reader = log.read(position);
        this.work = work;
        this.onSettled = onSettled;
        this.retry = retry;
        this.pace = pace;
        this.clock = clock;
        this.passed = position;
        this.settled = position;
        this.lastProgress = clock.instant();
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Everything before this position was acted on. */
    public long passed() {
        return passed;
    }

    /** Everything before this position was acted on, and will not be again. */
    public long settled() {
        return settled;
    }

    /** How long it has been behind without any progress; zero when it is not. */
    public Duration stalled() {
        return passed >= log.synced() ? Duration.ZERO : Duration.between(lastProgress, clock.instant());
    }

    /** Waits until everything before {@code position} was acted on; false when {@code patience} ends before. */
    public boolean awaitPassed(long position, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (passed < position && left > 0 && thread.isAlive()) {
                hurried = true;
                changed.signalAll();
                left = changed.awaitNanos(left);
            }
            return passed >= position;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        List<Entry> batch = new ArrayList<>();
        Collector collector = new Collector(batch);
        try (reader) {
            while (isWanted()) {
                long began = System.nanoTime();
                Duration patience = settled < passed ? pace : IDLE;
                retry.until(name + " reads the intake log", () -> read(patience, collector));
                if (!batch.isEmpty()) {
                    work.take(batch);
                    batch.clear();
                }
                progress(reader.position());
                settle(false);
                awaitPace(began);
            }
            settle(true);
        } catch (Retry.Abandoned e) {
            LOG.warn("{} ends at {}, and goes on there after the next start: {}", name, settled, e.getMessage());
        } catch (InterruptedException e) {
            LOG.error("{}: nobody may interrupt this thread", name, e);
        } catch (RuntimeException | Error bug) {
            LOG.error("{} has stopped at {}, and goes on there after the next start", name, passed, bug);
            throw bug;
        }
    }

    private void settle(boolean now) {
        long before = settled;
        settled = work.settle(passed, now);
        if (settled > before) {
            onSettled.run();
        }
    }

    private void read(Duration patience, Collector collector) {
        try {
            reader.read(BATCH_BYTES, isClosing() ? Duration.ZERO : patience, collector);
        } catch (InterruptedException e) {
            throw new IllegalStateException(name + ": nobody may interrupt this thread", e);
        }
    }

    private boolean isWanted() {
        return !isClosing() || passed < log.synced();
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    private void progress(long position) {
        lock.lock();
        try {
            lastProgress = clock.instant();
            passed = position;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitPace(long began) throws InterruptedException {
        lock.lock();
        try {
            long left = pace.toNanos() - (System.nanoTime() - began);
            while (left > 0 && !hurried && !closing) {
                left = changed.awaitNanos(left);
            }
            hurried = false;
        } finally {
            lock.unlock();
        }
    }

    /** Acts on what the log holds and ends. The log must be closed before. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for its end; false when {@code patience} ends before. */
    public boolean join(Duration patience) {
        try {
            return thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Turns frames into entries. What cannot be read is an entry too: a message that was not understood. */
    private final class Collector implements LogReader.Each {
        private final List<Entry> batch;
        private final EntryReader entries = new EntryReader();

        Collector(List<Entry> batch) {
            this.batch = batch;
        }

        @Override
        public void frame(long position, ByteBuffer body) {
            ByteBuffer whole = body.duplicate();
            try {
                batch.add(entries.read(position, body));
            } catch (RuntimeException bug) {
                LOG.error("reading an entry of the intake log at {}", position, bug);
                byte[] content = new byte[whole.remaining()];
                whole.get(content);
                batch.add(unreadable(position, "an entry of the intake log cannot be read: " + bug, content));
            }
        }

        @Override
        public void damage(long from, long to, byte[] content) {
            batch.add(unreadable(from, "the intake log is damaged from " + from + " to " + to, content));
        }

        private Entry unreadable(long position, String reason, byte[] content) {
            return new Entry(
                    position,
                    clock.instant(),
                    List.of(new Decoded.Rejected(Decoded.Fault.PAYLOAD, reason)),
                    new Entry.Original("intake log", "", content));
        }
    }
}
