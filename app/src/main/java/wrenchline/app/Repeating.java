package wrenchline.app;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again on a thread of its own, until it is closed. A failure is told and the work goes on. */
final class Repeating implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

    private final Thread thread;

    private Repeating(Thread thread) {
        this.thread = thread;
    }

    /**
     * Starts {@code work}.
     *
     * @param pause between two turns
     */
    static Repeating start(String name, Duration pause, Runnable work) {
        return new Repeating(Thread.ofVirtual().name(name).start(() -> loop(name, pause, work)));
    }

    private static void loop(String name, Duration pause, Runnable work) {
        boolean failing = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                work.run();
                failing = false;
            } catch (RuntimeException failure) {
                if (!failing) {
                    LOG.error("{} failed and will be tried again", name, failure);
                }
                failing = true;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
