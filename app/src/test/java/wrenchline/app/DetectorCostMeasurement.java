package wrenchline.app;

import com.amazon.randomcutforest.RandomCutForest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wrenchline.core.detection.Ageing;
import wrenchline.core.detection.Detector;
import wrenchline.core.detection.Diagnosis;
import wrenchline.core.detection.MachineDetector;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Metric;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.WearPart;
import wrenchline.core.reading.Reading;

/**
 * What the detectors of one machine cost: processor time of one thread a reading, heap and snapshot bytes; each alone, all default ones
 * together, and a random cut forest beside them. {@code bench/foresight-cost} runs it.
 */
class DetectorCostMeasurement {

    private static final int METRICS = Integer.getInteger("metrics", 10);
    private static final int READINGS = Integer.getInteger("readings", 60_000);
    private static final Duration STEP = Duration.ofSeconds(Integer.getInteger("step", 10));
    private static final int ROUNDS = 3;

    /** Two days at a reading each ten seconds: every window is full. */
    private static final int LEARNT = 17_280;

    private static final int KEPT = 40;
    private static final int BATCH = 480;

    /** One leaves behind what others still hold softly. */
    private static final int COLLECTIONS = 4;

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final EquipmentId MACHINE = new EquipmentId("machine");
    private static final List<String> IDS =
            IntStream.range(0, METRICS).mapToObj(metric -> "m" + metric).toList();

    /** What takes readings. */
    private interface Taker {
        void on(Reading reading);

        default void write(DataOutput out) throws IOException {}
    }

    private record Watching(Detector detector) implements Taker {
        @Override
        public void on(Reading reading) {
            detector.on(reading);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            detector.write(out);
        }
    }

    private record Forest(RandomCutForest forest) implements Taker {
        @Override
        public void on(Reading reading) {
            float[] point = new float[METRICS];
            for (int metric = 0; metric < METRICS; metric++) {
                point[metric] =
                        reading.values().getOrDefault(IDS.get(metric), 0.0).floatValue();
            }
            forest.getAnomalyScore(point);
            forest.update(point);
        }
    }

    private record Candidate(String name, Supplier<Taker> maker) {}

    @Test
    @SuppressWarnings("SystemOut")
    void measure() throws IOException {
        Foresight.Learned learned =
                new Foresight.Learned(IDS, Duration.ofHours(24), Duration.ofSeconds(1), Duration.ofDays(7));
        List<Foresight.Stuck> stuck = IDS.stream()
                .map(id -> new Foresight.Stuck(id, Duration.ofMinutes(30)))
                .toList();
        List<WearPart> wear =
                List.of(new WearPart("pump", names("Pump"), new WearPart.Usage.Hours(IDS.getFirst(), 0), 8000));
        List<Limit> limits = IDS.stream().map(DetectorCostMeasurement::limit).toList();
        List<Candidate> candidates = List.of(
                candidate("limits", limits, foresight(List.of(), null, List.of())),
                candidate("stuck values", List.of(), foresight(stuck, null, List.of())),
                candidate("wear", List.of(), foresight(List.of(), null, wear)),
                candidate("normality", List.of(), foresight(List.of(), learned, List.of())),
                candidate("normality, limits, trends", limits, foresight(List.of(), learned, List.of())),
                candidate("all", limits, foresight(stuck, learned, wear)),
                new Candidate("random cut forest alone", () -> new Forest(forest())));
        System.out.printf("| %d metrics, each %s | us a reading | KiB of heap | KiB of snapshot |%n", METRICS, STEP);
        System.out.println("|---|---|---|---|");
        Map<String, List<Double>> micros = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Candidate candidate : candidates) {
                micros.computeIfAbsent(candidate.name(), _ -> new ArrayList<>())
                        .add(micros(candidate.maker().get()));
            }
        }
        for (Candidate candidate : candidates) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.0f | %.0f |%n",
                    candidate.name(),
                    micros.getOrDefault(candidate.name(), List.of()).stream()
                            .sorted()
                            .toList()
                            .get(ROUNDS / 2),
                    heapBytes(candidate.maker()) / 1024.0,
                    snapshotBytes(candidate.maker().get()) / 1024.0);
        }
    }

    private static Candidate candidate(String name, List<Limit> limits, Foresight foresight) {
        List<Metric> metrics =
                IDS.stream().map(id -> new Metric(id, names(id), "-")).toList();
        EquipmentModel model = new EquipmentModel("measured", names("measured"), metrics, limits, foresight);
        Ageing.Maker noAgeing = _ -> {
            throw new IllegalStateException("nothing that is trained is among the default detectors");
        };
        Diagnosis.Maker noDiagnosis = _ -> {
            throw new IllegalStateException("nothing that is trained is among the default detectors");
        };
        return new Candidate(
                name,
                () -> new Watching(
                        new MachineDetector(model, WatchedNormality::new, LimitTrend::new, noAgeing, noDiagnosis)));
    }

    private static Foresight foresight(
            List<Foresight.Stuck> stuck, Foresight.@Nullable Learned learned, List<WearPart> wear) {
        return new Foresight(null, stuck, learned, wear, List.of(), null);
    }

    private static Limit limit(String metric) {
        return new Limit(
                metric,
                "HIGH_" + metric,
                names("high"),
                Severity.MINOR,
                Limit.Side.ABOVE,
                1000,
                900,
                Duration.ofSeconds(10));
    }

    private static Names names(String name) {
        return new Names(name, name);
    }

    /** As in ADR 46. */
    private static RandomCutForest forest() {
        return RandomCutForest.builder()
                .dimensions(METRICS)
                .numberOfTrees(50)
                .sampleSize(256)
                .randomSeed(1)
                .build();
    }

    private static double micros(Taker taker) {
        Random random = new Random(1);
        learn(taker, random);
        long nanos = 0;
        for (int done = 0; done < READINGS; done += BATCH) {
            nanos += feed(taker, random, LEARNT + done, BATCH);
        }
        return nanos / 1e3 / READINGS;
    }

    private static void learn(Taker taker, Random random) {
        for (int done = 0; done < LEARNT; done += BATCH) {
            feed(taker, random, done, BATCH);
        }
    }

    /** The time that was taken, without that for making the readings. */
    private static long feed(Taker taker, Random random, int from, int count) {
        Reading[] readings = new Reading[count];
        Arrays.setAll(readings, index -> reading(random, from + index));
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (Reading reading : readings) {
            taker.on(reading);
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static Reading reading(Random random, int row) {
        Map<String, Double> values = new HashMap<>();
        IDS.forEach(id -> values.put(id, 50 + random.nextGaussian()));
        Instant at = START.plus(STEP.multipliedBy(row));
        return new Reading(MACHINE, at, at.plusMillis(5), Reading.NO_SEQ, values);
    }

    private static long heapBytes(Supplier<Taker> maker) {
        List<Taker> kept = new ArrayList<>();
        long before = usedHeap();
        for (int machine = 0; machine < KEPT; machine++) {
            Taker taker = maker.get();
            learn(taker, new Random(machine));
            kept.add(taker);
        }
        return (usedHeap() - before) / kept.size();
    }

    private static int snapshotBytes(Taker taker) throws IOException {
        learn(taker, new Random(1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        taker.write(new DataOutputStream(bytes));
        return bytes.size();
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
