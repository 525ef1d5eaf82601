package wrenchline.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again on a thread of its own, until it is closed. A failure is told and the work goes on. */
final class Repeating implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Repeating(String name, Duration pause, BooleanSupplier work) {
        this.thread = Thread.ofVirtual().name(name).start(() -> loop(name, pause, work));
    }

    /**
     * Starts {@code work}.
     *
     * @param pause between two turns
     */
    static Repeating start(String name, Duration pause, Runnable work) {
        return steps(name, pause, () -> {
            work.run();
            return false;
        });
    }

    /**
     * Starts {@code work} that is done in steps: however much piled up, it ends between two of them when it is closed.
     *
     * @param pause between two turns; there is none while {@code work} says that there is more to do
     */
    static Repeating steps(String name, Duration pause, BooleanSupplier work) {
        return new Repeating(name, pause, work);
    }

    private void loop(String name, Duration pause, BooleanSupplier work) {
        boolean failing = false;
        boolean more;
        do {
            try {
                more = work.getAsBoolean();
                failing = false;
            } catch (RuntimeException failure) {
                if (!failing) {
                    LOG.error("{} failed and will be tried again", name, failure);
                }
                failing = true;
                more = false;
            }
        } while (!isClosedWithin(more ? Duration.ZERO : pause));
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurried) {
            return true;
        }
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            // Not interrupted: it may be in the middle of a transaction.
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
