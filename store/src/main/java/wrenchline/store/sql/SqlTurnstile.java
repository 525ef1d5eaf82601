package wrenchline.store.sql;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import wrenchline.core.access.Turnstile;

/**
 * By a lock of PostgreSQL on the name.
 *
 * @param waiting how many may wait here or be let through at once: each holds a connection while its work needs another one
 */
record SqlTurnstile(Jdbi jdbi, Semaphore waiting) implements Turnstile {

    private static final int MOST = 4;

    SqlTurnstile(Jdbi jdbi) {
        this(jdbi, new Semaphore(MOST, true));
    }

    @Override
    public <T> T alone(String name, Supplier<T> work) {
        waiting.acquireUninterruptibly();
        try {
            return jdbi.inTransaction(handle -> {
                Locks.hold(handle, "turnstile " + name);
                return work.get();
            });
        } finally {
            waiting.release();
        }
    }
}
