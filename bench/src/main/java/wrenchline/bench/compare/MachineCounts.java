package wrenchline.bench.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Prints what a message costs when ever more machines send, at the same rate in all. */
public final class MachineCounts {

    private static final int UNACKNOWLEDGED = 20_000;

    private MachineCounts() {}

    /** {@code MachineCounts SECONDS ROUNDS RATE MACHINES,... FOLDER COMMAND-OF-THE-PRODUCT...}. */
    @SuppressWarnings("SystemOut") // a table for a person
    public static void main(String[] arguments) throws Exception {
        List<String> all = List.of(arguments);
        Measuring measuring = new Measuring(Duration.ofSeconds(Long.parseLong(arguments[0])), UNACKNOWLEDGED);
        int rounds = Integer.parseInt(arguments[1]);
        double rate = Double.parseDouble(arguments[2]);
        List<Integer> counts =
                Stream.of(arguments[3].split(",")).map(Integer::valueOf).toList();
        int most = counts.stream().mapToInt(Integer::intValue).max().orElseThrow();
        Map<Integer, List<Measurement>> runs = new LinkedHashMap<>();
        try (Field field = new Field(all.subList(5, all.size()), Path.of(arguments[4]), most)) {
            Contender product = field.start(List.of("endpoint")).getFirst();
            // The first runs of a JVM are those of its interpreter, and the first of a machine brings its detector.
            for (int count : counts) {
                measuring.run(product.ofFirst(count), count, rate);
            }
            for (int round = 0; round < rounds; round++) {
                for (int count : counts) {
                    Measurement run = measuring.run(product.ofFirst(count), count, rate);
                    System.err.println(row(count, run));
                    runs.computeIfAbsent(count, unused -> new ArrayList<>()).add(run);
                }
            }
        }
        System.out.println("""
                | machines | messages/s | p50 / p99 / p99.9, ms | server CPU, µs a message | generator CPU |
                |---|---|---|---|---|""");
        runs.forEach((count, of) -> System.out.println(row(count, Measurement.median(of))));
        System.exit(0);
    }

    private static String row(int machines, Measurement run) {
        return String.format(
                Locale.ROOT,
                "| %,d | %,.0f | %s | %.1f | %.1f |",
                machines,
                run.rate(),
                Table.latencies(run),
                run.serverMicros(),
                run.ownMicros());
    }
}
