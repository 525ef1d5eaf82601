package wrenchline.gateway.mqtt;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Gathers which connections of one event loop have something to do, so that a thousand acknowledgements wake it once. */
final class Wakeups {

    private final Executor eventLoop;
    private final Queue<DeviceConnection> due = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Runnable wake = this::wake;

    Wakeups(Executor eventLoop) {
        this.eventLoop = eventLoop;
    }

    /** {@code connection} gets a turn soon; from any thread. */
    void add(DeviceConnection connection) {
        note(connection);
        wake();
    }

    /** {@code connection} gets a turn once {@link #afterGroup} is run. */
    void note(DeviceConnection connection) {
        due.add(connection);
    }

    /** Wakes the loop: once for all that a group of acknowledgements noted. */
    Runnable afterGroup() {
        return wake;
    }

    private void wake() {
        if (!woken.get() && woken.compareAndSet(false, true)) {
            eventLoop.execute(this::run);
        }
    }

    private void run() {
        // Before the queue is looked at: what is added from here on wakes again.
        woken.set(false);
        for (DeviceConnection connection = due.poll(); connection != null; connection = due.poll()) {
            connection.turn();
        }
    }
}
