package wrenchline.gateway.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private final Progress progress;
    private volatile long settled;

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
        this.progress = new Progress(position, clock);
        this.settled = position;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Everything before this position was acted on. */
    public long passed() {
        return progress.passed();
    }

    /** Everything before this position was acted on, and will not be again. */
    public long settled() {
        return settled;
    }

    /** How long it has been behind without any progress; zero when it is not. */
    public Duration stalled() {
        return passed() >= log.synced() ? Duration.ZERO : progress.sinceLast();
    }

    /** Waits until everything before {@code position} was acted on; false when {@code patience} ends before. */
    public boolean awaitPassed(long position, Duration patience) {
        return progress.awaitPassed(position, patience, thread::isAlive);
    }

    private void run() {
        List<Entry> batch = new ArrayList<>();
        Collector collector = new Collector(batch, clock);
        try (reader) {
            while (isWanted()) {
                long began = System.nanoTime();
                Duration patience = settled < passed() ? pace : IDLE;
                retry.until(name + " reads the intake log", () -> read(patience, collector));
                if (!batch.isEmpty()) {
                    work.take(batch);
                    batch.clear();
                }
                progress.pass(reader.position());
                settle(false);
                progress.rest(pace.toNanos() - (System.nanoTime() - began));
            }
            settle(true);
        } catch (Retry.Abandoned e) {
            LOG.warn("{} ends at {}, and goes on there after the next start: {}", name, settled, e.getMessage());
        } catch (InterruptedException e) {
            LOG.error("{}: nobody may interrupt this thread", name, e);
        } catch (RuntimeException | Error bug) {
            LOG.error("{} has stopped at {}, and goes on there after the next start", name, passed(), bug);
            throw bug;
        }
    }

    private void settle(boolean now) {
        long before = settled;
        settled = work.settle(passed(), now);
        if (settled > before) {
            onSettled.run();
        }
    }

    private void read(Duration patience, Collector collector) {
        try {
            reader.read(BATCH_BYTES, progress.isClosing() ? Duration.ZERO : patience, collector);
        } catch (InterruptedException e) {
            throw new IllegalStateException(name + ": nobody may interrupt this thread", e);
        }
    }

    private boolean isWanted() {
        return !progress.isClosing() || passed() < log.synced();
    }

    /** Acts on what the log holds and ends. The log must be closed before. */
    @Override
    public void close() {
        progress.close();
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
}
