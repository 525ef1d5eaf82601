package wrenchline.bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints what a message costs when ever more machines send, at the same rate in all: each over a connection of its own, and over as many
 * connections as the fewest have, which tells what the machines cost from what their connections cost.
 */
public final class MachineCounts {

    private static final int UNACKNOWLEDGED = 20_000;

    private record Fleet(int machines, int connections) {}

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
        int fewest = Collections.min(counts);
        List<Fleet> fleets = counts.stream()
                .flatMap(count -> Stream.of(new Fleet(count, count), new Fleet(count, fewest)))
                .distinct()
                .toList();
        Map<Fleet, List<Measurement>> runs = new LinkedHashMap<>();
        try (Field field = new Field(all.subList(5, all.size()), Path.of(arguments[4]), Collections.max(counts))) {
            Contender product = field.start(List.of("endpoint")).getFirst();
            // The first runs of a JVM are those of its interpreter, and the first of a machine brings its detector.
            for (Fleet fleet : fleets) {
                run(measuring, product, fleet, rate);
            }
            for (int round = 0; round < rounds; round++) {
                for (Fleet fleet : fleets) {
                    Measurement run = run(measuring, product, fleet, rate);
                    System.err.println(row(fleet, run));
                    runs.computeIfAbsent(fleet, unused -> new ArrayList<>()).add(run);
                }
            }
        }
        System.out.println("""
                | machines | connections | messages/s | p50 / p99 / p99.9, ms | server CPU, µs a message | generator CPU |
                |---|---|---|---|---|---|""");
        runs.forEach((fleet, of) -> System.out.println(row(fleet, Measurement.median(of))));
        System.exit(0);
    }

    private static Measurement run(Measuring measuring, Contender product, Fleet fleet, double rate)
            throws IOException, InterruptedException {
        return measuring.run(product.ofFirst(fleet.machines()), fleet.connections(), rate);
    }

    private static String row(Fleet fleet, Measurement run) {
        return String.format(
                Locale.ROOT,
                "| %,d | %,d | %,.0f | %s | %.1f | %.1f |",
                fleet.machines(),
                fleet.connections(),
                run.rate(),
                Table.latencies(run),
                run.serverMicros(),
                run.ownMicros());
    }
}
