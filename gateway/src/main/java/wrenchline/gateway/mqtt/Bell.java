package wrenchline.gateway.mqtt;

import java.util.concurrent.atomic.AtomicBoolean;

/** Calls a connection to its event loop when something is to be done for it, once for much at a time; from any thread. */
final class Bell {

    private final Wakeups wakeups;
    private final DeviceConnection connection;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final AtomicBoolean noted = new AtomicBoolean();

    Bell(Wakeups wakeups, DeviceConnection connection) {
        this.wakeups = wakeups;
        this.connection = connection;
    }

    /** Something may be due. */
    void ring() {
        if (!rung.get() && rung.compareAndSet(false, true)) {
            wakeups.add(connection);
        }
    }

    /** A message is on disk; {@link #afterGroup} follows. */
    void note() {
        if (!noted.get() && noted.compareAndSet(false, true)) {
            wakeups.note(connection);
        }
    }

    Runnable afterGroup() {
        return wakeups.afterGroup();
    }

    /** The connection has come: what becomes due from here on rings again. */
    void answered() {
        rung.set(false);
        noted.set(false);
    }
}
