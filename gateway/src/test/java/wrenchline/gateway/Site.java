package wrenchline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import wrenchline.config.Quota;
import wrenchline.config.QuotaSettings;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.LimitDetector;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.detecting.Findings;
import wrenchline.gateway.detecting.Keeping;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.IngestSettings;
import wrenchline.gateway.ingest.Stores;
import wrenchline.gateway.intake.IntakeSettings;
import wrenchline.gateway.payload.PayloadDecoder;

/** A pipeline with everything round it in memory. What its disk holds survives {@link #restarted}. */
public final class Site implements AutoCloseable {

    /** One machine has a quota, all others have none. */
    public static final QuotaSettings QUOTAS = new QuotaSettings(
            new Quota(0, 0, Duration.ofSeconds(1), 0, 0),
            Map.of(new EquipmentId("bounded"), new Quota(20, 2_000, Duration.ofSeconds(1), 2, 1_000)));

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

    public final GatedDisk disk = new GatedDisk();
    public final GatedHistory history;
    public final MemoryDevices devices;
    public final MemoryQuarantine quarantine;
    public final MemoryLedger ledger;
    public final MemoryDetectorStates detectorStates;
    public final BlockingQueue<Finding> findings = new LinkedBlockingQueue<>();
    public final BlockingQueue<DeviceEvent> faults = new LinkedBlockingQueue<>();
    public final BlockingQueue<CommandAnswer> answers = new LinkedBlockingQueue<>();

    /** How many more times the desk is out of order. */
    public final AtomicInteger deskFailures = new AtomicInteger();

    public final InstantSource clock;
    public final Ingest ingest;
    private final Path folder;

    public Site() {
        this(InstantSource.system());
    }

    public Site(InstantSource clock) {
        this(clock, 8 << 20, newFolder(), new GatedHistory(), new MemoryDevices(), new MemoryQuarantine());
    }

    private Site(
            InstantSource clock,
            int queueBytes,
            Path folder,
            GatedHistory history,
            MemoryDevices devices,
            MemoryQuarantine quarantine) {
        this(
                clock,
                queueBytes,
                folder,
                history,
                devices,
                quarantine,
                new MemoryLedger(quarantine),
                new MemoryDetectorStates());
    }

    private Site(
            InstantSource clock,
            int queueBytes,
            Path folder,
            GatedHistory history,
            MemoryDevices devices,
            MemoryQuarantine quarantine,
            MemoryLedger ledger,
            MemoryDetectorStates detectorStates) {
        this.clock = clock;
        this.folder = folder;
        this.history = history;
        this.devices = devices;
        this.quarantine = quarantine;
        this.ledger = ledger;
        this.detectorStates = detectorStates;
        this.ingest = new Ingest(
                new PayloadDecoder(MAX_PAYLOAD_BYTES),
                new Stores(history, devices, quarantine, ledger, detectorStates, new MemoryFittings()),
                equipment -> equipment.value().startsWith("unknown")
                        ? Optional.empty()
                        : Optional.of(new LimitDetector(MODEL)),
                new FlakyDesk(),
                settings(folder, queueBytes),
                disk,
                clock);
    }

    /** A site where {@code queueBytes} may wait for the disk. */
    public static Site withQueueOf(int queueBytes) {
        return new Site(
                InstantSource.system(),
                queueBytes,
                newFolder(),
                new GatedHistory(),
                new MemoryDevices(),
                new MemoryQuarantine());
    }

    /** Another process at {@code now} on what this one has on disk, as if this one had been killed. */
    public Site restarted(Instant now) {
        // What is written first is copied last: nothing is in the books or in the history that is not in the log.
        MemoryDetectorStates known = detectorStates.copy();
        MemoryLedger books = ledger.copy();
        GatedHistory readings = history.copy();
        return new Site(InstantSource.fixed(now), 8 << 20, copied(folder), readings, devices, quarantine, books, known);
    }

    /** The history, once all that is acknowledged is in it. */
    public List<Reading> stored() {
        assertThat(ingest.awaitStored(Duration.ofSeconds(30))).isTrue();
        return history.kept();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "intake");
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for the log", e);
        }
    }

    private static Path copied(Path folder) {
        Path copy = newFolder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("copying the log", e);
        }
        return copy;
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
        disk.open();
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

    private static IngestSettings settings(Path folder, int queueBytes) {
        Keeping.Pace keeping = new Keeping.Pace(Duration.ofMillis(1), Duration.ofMillis(1));
        return new IngestSettings(
                new IntakeSettings(folder, 1L << 30, 1 << 20, queueBytes, Duration.ZERO, Duration.ofSeconds(10)),
                QUOTAS,
                Duration.ofMinutes(45),
                Duration.ofMinutes(15),
                keeping,
                Duration.ofSeconds(10),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(20),
                Duration.ofSeconds(10));
    }
}
