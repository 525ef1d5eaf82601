package wrenchline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.LimitDetector;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.gateway.ingest.Findings;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.IngestSettings;
import wrenchline.gateway.payload.PayloadDecoder;

/** A pipeline with everything round it in memory. What its disk holds survives {@link #restarted}. */
public final class Site implements AutoCloseable {

    public static final int MAX_PAYLOAD_BYTES = 64 * 1024;

    /** Overheating above 65 for 10 s. */
    private static final EquipmentModel MODEL = new EquipmentModel(
            "lift",
            new Names("举升机", "Lift"),
            List.of(),
            List.of(new Limit(
                    "oil_temp",
                    "OVERHEATING",
                    new Names("过热", "Overheating"),
                    Severity.MAJOR,
                    Limit.Side.ABOVE,
                    65,
                    60,
                    Duration.ofSeconds(10))));

    public final GatedHistory history;
    public final MemoryDevices devices;
    public final MemoryQuarantine quarantine;
    public final BlockingQueue<Finding> findings = new LinkedBlockingQueue<>();
    public final BlockingQueue<DeviceEvent> faults = new LinkedBlockingQueue<>();
    public final BlockingQueue<CommandAnswer> answers = new LinkedBlockingQueue<>();

    /** How many more times the desk is out of order. */
    public final AtomicInteger deskFailures = new AtomicInteger();

    public final InstantSource clock;
    public final Ingest ingest;

    public Site() {
        this(InstantSource.system());
    }

    public Site(InstantSource clock) {
        this(clock, settings(16L << 20), new GatedHistory(), new MemoryDevices(), new MemoryQuarantine());
    }

    private Site(
            InstantSource clock,
            IngestSettings settings,
            GatedHistory history,
            MemoryDevices devices,
            MemoryQuarantine quarantine) {
        this.clock = clock;
        this.history = history;
        this.devices = devices;
        this.quarantine = quarantine;
        this.ingest = new Ingest(
                new PayloadDecoder(MAX_PAYLOAD_BYTES),
                history,
                devices,
                quarantine,
                equipment -> equipment.value().startsWith("unknown")
                        ? Optional.empty()
                        : Optional.of(new LimitDetector(MODEL)),
                new FlakyDesk(),
                settings,
                clock);
    }

    /** A site whose lanes hold {@code laneBytes} each. */
    public static Site withLanesOf(long laneBytes) {
        return new Site(
                InstantSource.system(),
                settings(laneBytes),
                new GatedHistory(),
                new MemoryDevices(),
                new MemoryQuarantine());
    }

    /** Another process at {@code now} on what this one left on disk. */
    public Site restarted(Instant now) {
        return new Site(InstantSource.fixed(now), settings(16L << 20), history, devices, quarantine);
    }

    /** Waits for {@code condition}; for those that no queue can tell of. */
    public static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** The next of {@code queue}, for which it waits. */
    public static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("something within 20 s").isNotNull();
        return next;
    }

    @Override
    public void close() {
        history.open();
        ingest.close();
    }

    private final class FlakyDesk implements Findings {

        @Override
        public void on(DeviceEvent event) {
            failIfOutOfOrder();
            faults.add(event);
        }

        @Override
        public void on(CommandAnswer answer) {
            failIfOutOfOrder();
            answers.add(answer);
        }

        @Override
        public void on(Finding finding) {
            failIfOutOfOrder();
            findings.add(finding);
        }

        private void failIfOutOfOrder() {
            if (deskFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the database is away");
            }
        }
    }

    private static IngestSettings settings(long laneBytes) {
        return new IngestSettings(
                4,
                laneBytes,
                Duration.ofMinutes(15),
                Duration.ofSeconds(10),
                Duration.ofMillis(1),
                Duration.ofMillis(20),
                Duration.ofSeconds(10));
    }
}
