package wrenchline.store.series;

import io.questdb.cairo.O3PartitionPurgeJob;
import io.questdb.cairo.TableToken;
import io.questdb.cairo.wal.ApplyWal2TableJob;
import io.questdb.cairo.wal.WalPurgeJob;
import io.questdb.cairo.wal.seq.SeqTxnTracker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.reading.Readings.HistoryUnavailable;

/**
 * One thread that carries commits from the log, where they are durable, into the tables, where they can be read, and drops what is
 * then left over. It does so once a second, or as soon as somebody wants to read: each time costs the same, however much it carries.
 */
final class QuestApplier implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(QuestApplier.class);

    /** Commits that may wait for the table; more would let the log grow without bound. */
    private static final long MOST_BEHIND = 300;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final QuestTable table;
    private final Lock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final Thread thread = Thread.ofPlatform().name("history-applier").unstarted(this::run);
    private boolean hurry;
    private boolean closed;

    QuestApplier(QuestTable table) {
        this.table = table;
        thread.start();
    }

    /**
     * Waits until the table is not too far behind, so that a source is slowed rather than the disk filled.
     *
     * @throws HistoryUnavailable when the table does not come nearer
     */
    void awaitRoom() {
        if (!awaitApplied(table.token(), table.committed(table.token()) - MOST_BEHIND, PATIENCE)) {
            throw new HistoryUnavailable(
                    "keeping readings: the history's table is " + MOST_BEHIND + " commits behind",
                    new IllegalStateException(table.progress(table.token()).getErrorMessage()));
        }
    }

    /** Whether the table follows the log; after a failure, for instance of a full disk, it does not. */
    boolean isNear() {
        SeqTxnTracker progress = table.progress(table.token());
        return !progress.isSuspended() && progress.getWriterTxn() >= table.committed(table.token()) - MOST_BEHIND;
    }

    /** Waits until all that is committed now can be read. When that takes too long, what can be read must do. */
    void awaitReadable() {
        awaitReadable(table.token(), PATIENCE);
    }

    /** Whether all that is committed to {@code token} now could be read before {@code patience} was at its end. */
    boolean awaitReadable(TableToken token, Duration patience) {
        return awaitApplied(token, table.committed(token), patience);
    }

    private boolean awaitApplied(TableToken token, long commit, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (table.progress(token).getWriterTxn() < commit) {
                if (left <= 0) {
                    return false;
                }
                hurry = true;
                work.signal();
                left = progress.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try (ApplyWal2TableJob apply = new ApplyWal2TableJob(table.engine(), 0);
                WalPurgeJob purge = new WalPurgeJob(table.engine());
                O3PartitionPurgeJob partPurge = new O3PartitionPurgeJob(table.engine(), 1)) {
            while (awaitWork()) {
                for (TableToken token : table.tokens()) {
                    resumeAfterFailure(token);
                    table.engine().notifyWalTxnCommitted(token);
                }
                while (apply.run(0)) {
                    tellProgress();
                }
                tellProgress();
                purge.run(0);
                partPurge.run(0);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("filling the history's table: nobody may interrupt this thread", e);
        }
    }

    /** Returns when it is time to look again; false when nothing more is to come. */
    private boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            long left = PAUSE.toNanos();
            while (!closed && !hurry && left > 0) {
                left = work.awaitNanos(left);
            }
            hurry = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** QuestDB gives a table up after a failure, for instance of a full disk; the commits are still in the log. */
    private void resumeAfterFailure(TableToken token) throws InterruptedException {
        if (table.progress(token).isSuspended()) {
            log.warn(
                    "the history's table {} could not be filled: {}; trying again",
                    token.getTableName(),
                    table.progress(token).getErrorMessage());
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            table.engine().getTableSequencerAPI().resumeTable(token, 0);
        }
    }

    private void tellProgress() {
        lock.lock();
        try {
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signal();
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
