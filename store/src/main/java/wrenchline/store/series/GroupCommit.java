package wrenchline.store.series;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import wrenchline.core.reading.Readings.HistoryUnavailable;
import wrenchline.core.reading.Taken;

/**
 * One thread that writes for all callers: whatever came in while one commit was on its way to the disk goes into the next, and
 * each caller returns only after the commit with its own readings.
 */
final class GroupCommit implements AutoCloseable {

    private static final int MOST_IN_A_COMMIT = 50_000;

    private final QuestWriter writer;
    private final QuestApplier applier;
    private final LatestValues latest;

    /** Every caller waits for its own batch, so there are never more than callers. */
    private final BlockingQueue<Batch> waiting = new LinkedBlockingQueue<>();

    private final Thread thread = Thread.ofPlatform().name("history-writer").unstarted(this::write);
    private boolean closed;

    GroupCommit(QuestWriter writer, QuestApplier applier, LatestValues latest) {
        this.writer = writer;
        this.applier = applier;
        this.latest = latest;
        thread.start();
    }

    /** Returns when {@code readings}, at least one, are on disk. */
    void keep(List<Taken> readings) {
        Batch batch = new Batch(readings, new CompletableFuture<>());
        enqueue(batch);
        try {
            batch.done().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HistoryUnavailable("keeping " + readings.size() + " readings: interrupted", e);
        } catch (ExecutionException e) {
            throw new HistoryUnavailable("keeping " + readings.size() + " readings", e);
        }
    }

    private synchronized void enqueue(Batch batch) {
        if (closed) {
            throw new HistoryUnavailable(
                    "keeping " + batch.readings().size() + " readings",
                    new IllegalStateException("the history is closed"));
        }
        waiting.add(batch);
    }

    private void write() {
        try (writer) {
            boolean open = true;
            while (open) {
                List<Batch> group = next();
                open = !group.removeIf(Batch::isEnd);
                if (!group.isEmpty()) {
                    write(group);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("writing the history: nobody may interrupt this thread", e);
        }
    }

    /** Waits for a batch and takes all that wait by then, up to what one commit should hold. */
    private List<Batch> next() throws InterruptedException {
        List<Batch> group = new ArrayList<>();
        int readings = 0;
        for (Batch batch = waiting.take(); batch != null; batch = waiting.poll()) {
            group.add(batch);
            readings += batch.readings().size();
            if (batch.isEnd() || readings >= MOST_IN_A_COMMIT) {
                break;
            }
        }
        return group;
    }

    private void write(List<Batch> group) {
        try {
            applier.awaitRoom();
            group.forEach(batch -> writer.append(batch.readings()));
            writer.commit();
        } catch (Exception | Error failure) {
            // Whatever it was, these callers must be told, and the next ones deserve a fresh writer.
            writer.abandon();
            group.forEach(batch -> batch.done().completeExceptionally(failure));
            return;
        }
        applier.wake();
        for (Batch batch : group) {
            batch.readings().forEach(taken -> latest.see(taken.reading()));
            batch.done().complete(true);
        }
    }

    /** Writes what was handed over so far, then ends. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.add(new Batch(List.of(), new CompletableFuture<>()));
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What one caller hands over. An empty one is the last. */
    private record Batch(List<Taken> readings, CompletableFuture<Boolean> done) {
        boolean isEnd() {
            return readings.isEmpty();
        }
    }
}
