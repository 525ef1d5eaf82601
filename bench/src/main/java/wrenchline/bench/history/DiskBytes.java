package wrenchline.bench.history;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import wrenchline.config.HistorySettings;
import wrenchline.core.reading.Taken;
import wrenchline.store.series.QuestReadings;

/** Prints what a reading costs in the embedded history: bytes on disk, and microseconds of processor until it can be read. */
public final class DiskBytes {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int PER_SECOND = 50_000;

    private DiskBytes() {}

    /** Arguments: FOLDER READINGS METRICS MACHINES BATCH. */
    @SuppressWarnings("SystemOut") // a table for a person
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        long readings = Long.parseLong(arguments[1]);
        int metrics = Integer.parseInt(arguments[2]);
        int machines = Integer.parseInt(arguments[3]);
        int batch = Integer.parseInt(arguments[4]);
        SyntheticFleet fleet = new SyntheticFleet(machines, metrics, START, PER_SECOND);
        Cost cost;
        try (QuestReadings history = QuestReadings.open(new HistorySettings.Quest(folder))) {
            fill(history, fleet, Math.min(readings, 10L * batch), batch);
            cost = fill(history, fleet, readings, batch);
        }
        System.out.printf(
                "%d readings of %d metrics, %d machines, %d a commit%n", cost.readings(), metrics, machines, batch);
        System.out.printf("  processor         %6.2f us a reading%n", cost.processorNanos() / 1e3 / cost.readings());
        System.out.printf("  rate              %6.0f readings/s%n", cost.readings() * 1e9 / cost.nanos());
        Map<String, Long> bytes = new Folder(folder).bytes();
        long kept = cost.readings() + Math.min(readings, 10L * batch);
        long table = bytes.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("log"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        System.out.printf("  on disk           %6.1f bytes a reading%n", (double) table / kept);
        bytes.forEach((purpose, size) -> System.out.printf("    %-15s %6.1f%n", purpose, (double) size / kept));
    }

    /** Costs of keeping, without those of making the readings up. */
    private record Cost(long readings, long nanos, long processorNanos) {}

    private static Cost fill(QuestReadings history, SyntheticFleet fleet, long readings, int batch) {
        var threads = ManagementFactory.getThreadMXBean();
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long making = 0;
        long makingProcessor = 0;
        long kept = 0;
        long began = System.nanoTime();
        long beganProcessor = system.getProcessCpuTime();
        while (kept < readings) {
            long now = System.nanoTime();
            long processor = threads.getCurrentThreadCpuTime();
            List<Taken> next = fleet.next(batch);
            makingProcessor += threads.getCurrentThreadCpuTime() - processor;
            making += System.nanoTime() - now;
            history.keep(next);
            kept += batch;
        }
        history.counts(START, START.plusSeconds(1));
        return new Cost(
                kept,
                System.nanoTime() - began - making,
                system.getProcessCpuTime() - beganProcessor - makingProcessor);
    }
}
