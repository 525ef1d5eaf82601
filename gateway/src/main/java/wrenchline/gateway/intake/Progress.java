package wrenchline.gateway.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** How far a follower is, and who waits for it to be further; from any thread. */
final class Progress {

    private final InstantSource clock;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile long passed;
    private volatile Instant last;
    private boolean hurried;
    private boolean closing;

    Progress(long passed, InstantSource clock) {
        this.clock = clock;
        this.passed = passed;
        this.last = clock.instant();
    }

    long passed() {
        return passed;
    }

    /** Time since it was told last that something was passed. */
    Duration sinceLast() {
        return Duration.between(last, clock.instant());
    }

    void pass(long position) {
        lock.lock();
        try {
            last = clock.instant();
            passed = position;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until everything before {@code position} is passed, and ends the follower's rest meanwhile; false when {@code patience}
     * ends before.
     *
     * @param lives whether the follower is there at all
     */
    boolean awaitPassed(long position, Duration patience, BooleanSupplier lives) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (passed < position && left > 0 && lives.getAsBoolean()) {
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

    /** Waits so long, unless somebody is in a hurry. */
    void rest(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !hurried && !closing) {
                left = changed.awaitNanos(left);
            }
            hurried = false;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
