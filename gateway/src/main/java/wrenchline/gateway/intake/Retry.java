package wrenchline.gateway.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries until it works: a dead dependency delays and loses nothing. */
public final class Retry {

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

    private final Duration first;
    private final Duration longest;
    private final CountDownLatch abandoned = new CountDownLatch(1);

    /** @param first pause; doubled after each failure up to {@code longest} */
    public Retry(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** No more tries: what fails from now on is given up by {@link Abandoned}. */
    public void abandon() {
        abandoned.countDown();
    }

    /** @throws Abandoned when the pipeline is closed before it works */
    public void until(String what, Runnable action) {
        until(what, () -> {
            action.run();
            return true;
        });
    }

    /** @throws Abandoned when the pipeline is closed before it works */
    public <T> T until(String what, Supplier<T> action) {
        Pause pause = new Pause(what);
        while (true) {
            try {
                T result = action.get();
                pause.over();
                return result;
            } catch (Abandoned e) {
                throw e;
            } catch (RuntimeException e) {
                pause.after(e);
            }
        }
    }

    /**
     * Tries until it works, or until it is plain that it never will.
     *
     * @param tries after which, at each failure, it is asked whether that one is {@code hopeless}: it fails although all it needs works
     * @return why it never will; empty when it is done
     * @throws Abandoned when the pipeline is closed before
     */
    public Optional<String> unlessHopeless(
            String what, Runnable action, int tries, Predicate<RuntimeException> hopeless) {
        Pause pause = new Pause(what);
        while (true) {
            try {
                action.run();
                pause.over();
                return Optional.empty();
            } catch (Abandoned e) {
                throw e;
            } catch (RuntimeException e) {
                if (pause.failures >= tries - 1 && hopeless.test(e)) {
                    LOG.error("{}: given up, because it fails although all it needs works", what, e);
                    return Optional.of(e.toString());
                }
                pause.after(e);
            }
        }
    }

    /** The pauses between the tries of one action. */
    private final class Pause {
        private final String what;
        private Duration next = first;
        private int failures;

        Pause(String what) {
            this.what = what;
        }

        void after(RuntimeException e) {
            failures++;
            // The first failure whole, then a line less and less often.
            if (failures == 1) {
                LOG.warn("{}: failed, to be tried until it works", what, e);
            } else if (Integer.bitCount(failures) == 1) {
                LOG.warn("{}: failed {} times: {}", what, failures, e.toString());
            }
            await();
            Duration twice = next.multipliedBy(2);
            next = twice.compareTo(longest) < 0 ? twice : longest;
        }

        void over() {
            if (failures > 0) {
                LOG.info("{}: works again after {} failures", what, failures);
            }
        }

        private void await() {
            try {
                if (abandoned.await(next.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new Abandoned(what);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Abandoned(what);
            }
        }
    }

    /** The pipeline was closed while something did not work. */
    public static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned(String what) {
            super(what + ": given up because the pipeline closes");
        }
    }
}
