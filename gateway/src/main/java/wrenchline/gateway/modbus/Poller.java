package wrenchline.gateway.modbus;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls one machine on a thread of its own, so that none waits for another; says when it comes and goes. */
final class Poller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /** A single lost answer is no news. */
    private static final int FAILURES_TO_OFFLINE = 2;

    private final Polled machine;
    private final PollerPatience patience;
    private final Teller teller;
    private final PollCounters counters;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile String trouble = "";
    private boolean online;
    private int failures;
    private Set<String> senseless = Set.of();

    Poller(Polled machine, PollerPatience patience, Teller teller, PollCounters counters) {
        this.machine = machine;
        this.patience = patience;
        this.teller = teller;
        this.counters = counters;
        this.thread = Thread.ofVirtual().name("modbus " + machine.equipment()).start(this::run);
    }

    /** Why it is not heard; empty when it is. */
    String trouble() {
        return trouble;
    }

    private void run() {
        ModbusLine line = new ModbusLine(machine, patience.answer());
        try {
            // Not all machines of a restarted product at the same moment.
            long every = machine.map().every().toNanos();
            long pause = ThreadLocalRandom.current().nextLong(every);
            while (!closed.await(pause, TimeUnit.NANOSECONDS)) {
                long began = System.nanoTime();
                take(line.poll());
                pause = patience.pause(machine.map().every(), failures).toNanos() - (System.nanoTime() - began);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            line.disconnect();
        }
    }

    private void take(Answer answer) throws InterruptedException {
        counters.polls().increment();
        switch (answer) {
            case Answer.Values values -> heard(values);
            case Answer.None(String reason) -> missed(reason);
        }
    }

    private void heard(Answer.Values values) throws InterruptedException {
        trouble = "";
        failures = 0;
        if (!online) {
            LOG.info("{} answers by Modbus at {}", machine.equipment(), machine.address());
            online = true;
            teller.status(true);
        }
        if (!values.senseless().equals(senseless)) {
            senseless = values.senseless();
            LOG.warn("{} has no number for {}", machine.equipment(), senseless);
        }
        teller.readings(values.values());
    }

    private void missed(String reason) throws InterruptedException {
        counters.failures().increment();
        failures++;
        trouble = reason;
        if (failures == FAILURES_TO_OFFLINE) {
            LOG.warn("{} does not answer by Modbus at {}: {}", machine.equipment(), machine.address(), reason);
            online = false;
            teller.status(false);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        // It may wait for its controller, or for room in the pipeline.
        thread.interrupt();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
