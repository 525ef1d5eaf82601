package wrenchline.gateway.mqtt.paho;

import java.util.concurrent.TimeUnit;

/** Open, or closed by as many as must not be brought more. */
final class Gate {

    private int closers;
    private long opened = System.nanoTime();

    synchronized void close() {
        closers++;
    }

    /** Takes back one {@link #close}. */
    synchronized void open() {
        closers--;
        opened = System.nanoTime();
        notifyAll();
    }

    synchronized boolean isOpen() {
        return closers <= 0;
    }

    /** When it was opened last, in the time of {@link System#nanoTime}. */
    synchronized long opened() {
        return opened;
    }

    /** Waits until it is open, at most {@code millis}; false when it is not. */
    synchronized boolean awaitOpen(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (closers > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
