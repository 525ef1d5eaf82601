package wrenchline.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again on a thread of its own, until it is closed. A failure is told and the work goes on. */
final class Repeating implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Repeating(String name, Duration pause, Runnable work) {
        this.thread = Thread.ofVirtual().name(name).start(() -> loop(name, pause, work));
    }

    /**
     * Starts {@code work}.
     *
     * @param pause between two turns
     */
    static Repeating start(String name, Duration pause, Runnable work) {
        return new Repeating(name, pause, work);
    }

    private void loop(String name, Duration pause, Runnable work) {
        boolean failing = false;
        do {
            try {
                work.run();
                failing = false;
            } catch (RuntimeException failure) {
                if (!failing) {
                    LOG.error("{} failed and will be tried again", name, failure);
                }
                failing = true;
            }
        } while (!isClosedWithin(pause));
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurried) {
            return true;
        }
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
