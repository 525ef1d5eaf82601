package wrenchline.store.series;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import wrenchline.config.HistorySettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;

/**
 * Measures what the group commit gives on this machine, by hand: {@code FOLDER CALLERS READINGS_PER_CALL SECONDS}. Every reading has
 * five metrics and is on disk when its caller goes on.
 */
final class GroupCommitMeasurement {

    private static final List<String> METRICS = List.of("oil_temp", "pressure", "current", "vibration", "speed");

    private GroupCommitMeasurement() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        int callers = Integer.parseInt(arguments[1]);
        int each = Integer.parseInt(arguments[2]);
        long nanos = Long.parseLong(arguments[3]) * 1_000_000_000L;
        LongAdder kept = new LongAdder();
        List<Long> latencies = new ArrayList<>();
        try (QuestReadings history = QuestReadings.open(new HistorySettings.Quest(Path.of(arguments[0])))) {
            long began = System.nanoTime();
            List<Thread> threads = IntStream.range(0, callers)
                    .mapToObj(caller -> Thread.ofPlatform()
                            .start(() -> keep(history, caller, each, began + nanos, kept, latencies)))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            long[] sorted =
                    latencies.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    "%d callers x %d readings of 5 metrics: %.0f readings/s, acknowledged p50 %.1f ms, p99 %.1f ms%n",
                    callers, each, kept.sum() / seconds, at(sorted, 0.5), at(sorted, 0.99));
            long waited = System.nanoTime();
            history.replay(new EquipmentId("measured-0"), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
            System.out.printf("all readable after another %.2f s%n", (System.nanoTime() - waited) / 1e9);
        }
    }

    private static void keep(
            QuestReadings history, int caller, int each, long until, LongAdder kept, List<Long> latencies) {
        EquipmentId equipment = new EquipmentId("measured-" + caller);
        Instant at = Instant.parse("2026-03-01T08:00:00Z");
        for (long seq = 0; System.nanoTime() < until; ) {
            Taken[] batch = new Taken[each];
            for (int index = 0; index < each; index++) {
                at = at.plusMillis(1);
                double value = seq % 100;
                batch[index] = new Taken(
                        seq,
                        new Reading(
                                equipment,
                                at,
                                at,
                                seq++,
                                Map.of(
                                        METRICS.get(0),
                                        value,
                                        METRICS.get(1),
                                        value,
                                        METRICS.get(2),
                                        value,
                                        METRICS.get(3),
                                        value,
                                        METRICS.get(4),
                                        value)));
            }
            long asked = System.nanoTime();
            history.keep(Arrays.asList(batch));
            kept.add(each);
            synchronized (latencies) {
                latencies.add(System.nanoTime() - asked);
            }
        }
    }

    private static double at(long[] sorted, double quantile) {
        return sorted[(int) (sorted.length * quantile)] / 1e6;
    }
}
