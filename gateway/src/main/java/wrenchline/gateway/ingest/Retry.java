package wrenchline.gateway.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries until it works: a dead dependency slows the lane and loses nothing. */
final class Retry {

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

    private final Duration first;
    private final Duration longest;
    private final CountDownLatch abandoned = new CountDownLatch(1);

    Retry(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** No more tries: what fails from now on is given up by {@link Abandoned}. */
    void abandon() {
        abandoned.countDown();
    }

    void until(String what, Runnable action) {
        until(what, () -> {
            action.run();
            return true;
        });
    }

    /** @throws Abandoned when the pipeline is closed before it works */
    <T> T until(String what, Supplier<T> action) {
        Duration pause = first;
        for (int failures = 0; ; failures++) {
            try {
                T result = action.get();
                if (failures > 0) {
                    LOG.info("{}: works again after {} failures", what, failures);
                }
                return result;
            } catch (Abandoned e) {
                throw e;
            } catch (RuntimeException e) {
                report(what, failures + 1, e);
            }
            await(pause, what);
            pause = pause.multipliedBy(2).compareTo(longest) < 0 ? pause.multipliedBy(2) : longest;
        }
    }

    /** The first failure whole, then a line less and less often. */
    private static void report(String what, int failures, RuntimeException e) {
        if (failures == 1) {
            LOG.warn("{}: failed, to be tried until it works", what, e);
        } else if (Integer.bitCount(failures) == 1) {
            LOG.warn("{}: failed {} times: {}", what, failures, e.toString());
        }
    }

    private void await(Duration pause, String what) {
        try {
            if (abandoned.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Abandoned(what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Abandoned(what);
        }
    }

    /** The pipeline was closed while something did not work. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned(String what) {
            super(what + ": given up because the pipeline closes");
        }
    }
}
