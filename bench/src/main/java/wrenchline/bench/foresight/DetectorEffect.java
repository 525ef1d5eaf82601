package wrenchline.bench.foresight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the default detectors add to the cost of taking in readings: the same rows of well machines are sent to the product with and
 * without them, by turns. Told is the processor time of the whole product a reading, the rate, and the memory that is in use afterwards.
 */
public final class DetectorEffect {

    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int METRICS = 10;
    private static final Pattern TOTAL = Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);

    private DetectorEffect() {}

    private record Measured(double micros, double rate, double bytes) {}

    /** {@code main MACHINES READINGS ROUNDS PRODUCT-HOME BENCH-FOLDER COMMAND...}; readings are of each machine. */
    @SuppressWarnings("SystemOut") // what it is for
    public static void main(String[] arguments) throws Exception {
        int machines = Integer.parseInt(arguments[0]);
        int readings = Integer.parseInt(arguments[1]);
        Path home = Path.of(arguments[3]);
        Path folder = Path.of(arguments[4]);
        List<String> command = Arrays.asList(arguments).subList(5, arguments.length);
        List<Run> warmUp = runs(machines, 0, readings);
        List<Run> runs = runs(machines, readings, readings);
        System.out.printf(
                "%-10s %22s %14s %24s%n", "detectors", "us of CPU a reading", "readings/s", "KiB in use a machine");
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            double least = 0;
            for (String detectors : List.of("off", "on")) {
                Path place = Files.createDirectories(folder.resolve(detectors + round));
                BenchHome.make(home, folder.resolve("home"), runs, Duration.ofHours(24));
                watch(folder.resolve("home"), detectors.equals("on"));
                Measured measured = measure(command, place, folder.resolve("home/site.yaml"), warmUp, runs);
                least = detectors.equals("off") ? measured.bytes() : least;
                System.out.printf(
                        "%-10s %22.1f %14.0f %24.0f%n",
                        detectors, measured.micros(), measured.rate(), (measured.bytes() - least) / 1024 / machines);
            }
        }
    }

    /** All default detectors, or none: limits on all metrics, stuck values, wear, trends and what is learned. */
    private static void watch(Path home, boolean on) throws IOException {
        StringBuilder limits = new StringBuilder("limits:\n");
        StringBuilder foresight = new StringBuilder("foresight:\n  learned: {after: 24h, every: 1s}\n  stuck:\n");
        for (int metric = 0; metric < METRICS; metric++) {
            limits.append(
                            "  - {metric: m%1$d, failureMode: HIGH_%1$d, names: {zh: 高, en: high}, severity: minor, side: above,"
                                    .formatted(metric))
                    .append(" raise: 1000, clear: 900, duration: 10s}\n");
            foresight.append("    - {metric: m%d, for: 30m}\n".formatted(metric));
        }
        foresight.append(
                "  wear:\n    - {part: pump, names: {zh: 泵, en: Pump}, life: 8000, count: hours, metric: m0, above: 0}\n");
        Path model = home.resolve("config/models/bench-0.yaml");
        String plain = Files.readString(model);
        String bare = plain.substring(0, plain.indexOf("limits:"));
        Files.writeString(model, on ? bare + limits + foresight : bare + "limits: []\n");
    }

    private static Measured measure(List<String> command, Path place, Path site, List<Run> warmUp, List<Run> runs)
            throws Exception {
        try (ReplayedProduct product = new ReplayedProduct(command, place, site)) {
            product.publish(warmUp, 0);
            Duration cpu = product.cpu();
            long began = System.nanoTime();
            product.publish(runs, 0);
            double seconds = (System.nanoTime() - began) / 1e9;
            double readings = runs.stream().mapToInt(run -> run.rows().size()).sum();
            double micros = product.cpu().minus(cpu).toNanos() / 1e3 / readings;
            return new Measured(micros, readings / seconds, bytes(product.pid()));
        }
    }

    /** What is in use after a full collection. */
    private static double bytes(long pid) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        Matcher total = TOTAL.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (process.waitFor() != 0 || !total.find()) {
            throw new IOException("asking the product for its memory in use");
        }
        return Double.parseDouble(total.group(1));
    }

    /** Rows in the order in which a site sends them is not needed: each machine has a detector of its own. */
    private static List<Run> runs(int machines, int from, int readings) {
        List<String> metrics =
                IntStream.range(0, METRICS).mapToObj(metric -> "m" + metric).toList();
        List<Run> runs = new ArrayList<>();
        for (int machine = 0; machine < machines; machine++) {
            SplittableRandom random = new SplittableRandom(machine * 2L + (from > 0 ? 1 : 0));
            runs.add(new Run(
                    "effect-" + machine,
                    metrics,
                    IntStream.range(from, from + readings)
                            .mapToObj(row -> new Run.Row(
                                    BEGIN.plus(STEP.multipliedBy(row)),
                                    random.doubles(METRICS, 1, 2).toArray()))
                            .toList()));
        }
        return runs;
    }
}
