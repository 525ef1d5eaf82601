package wrenchline.bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wrenchline.bench.load.Load;
import wrenchline.bench.load.LoadGenerator;
import wrenchline.bench.load.LoadResult;
import wrenchline.bench.load.Machine;

/**
 * Prints how soon quiet machines are acknowledged, alone and beside one that floods.
 *
 * @param load of the quiet machines
 * @param duration of one run
 */
public record QuietMachines(Load load, List<Machine> quiet, Machine flooding, Duration duration) {

    private static final int WINDOW = 100;

    /** Messages a second that one machine may send by the settings that are delivered, and some more for what is not exact. */
    private static final double QUOTA = 2_000 * 1.2;

    /** {@code QuietMachines SECONDS ROUNDS MACHINES RATE FOLDER COMMAND-OF-THE-PRODUCT...}. */
    @SuppressWarnings("SystemOut") // a table for a person
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[1]);
        int machines = Integer.parseInt(arguments[2]);
        List<Measurement> alone = new ArrayList<>();
        List<Measurement> beside = new ArrayList<>();
        List<Double> floods = new ArrayList<>();
        List<String> product = List.of(arguments).subList(5, arguments.length);
        try (Field field = new Field(product, Path.of(arguments[4]), machines + 1)) {
            Contender endpoint = field.start(List.of("endpoint")).getFirst();
            QuietMachines site = new QuietMachines(
                    endpoint.where().with(machines, WINDOW, Double.parseDouble(arguments[3])),
                    endpoint.machines().subList(1, machines + 1),
                    endpoint.machines().getFirst(),
                    Duration.ofSeconds(Long.parseLong(arguments[0])));
            // The first runs of a JVM are those of its interpreter.
            site.run();
            site.besideFlood(new ArrayList<>());
            for (int round = 0; round < rounds; round++) {
                alone.add(site.run());
                beside.add(site.besideFlood(floods));
                System.err.println(row("alone", alone.getLast()));
                System.err.println(row("beside a flood", beside.getLast()));
            }
        }
        System.out.println("| quiet machines | messages/s | p50 / p99 / p99.9, ms |\n|---|---|---|");
        System.out.println(row("alone", Measurement.median(alone)));
        System.out.println(row("beside a flood", Measurement.median(beside)));
        System.out.println("\nAcknowledged of the flooding machine, messages a second, by round: "
                + floods.stream().map(Math::round).toList());
        System.exit(0);
    }

    private Measurement run() throws IOException {
        try (LoadGenerator generator = LoadGenerator.connect(load, quiet)) {
            LoadResult result = generator.run(duration, () -> true);
            return Measurement.of(result, result.elapsed().toNanos() / 1e9, 0, 0);
        }
    }

    private Measurement besideFlood(List<Double> floods) throws IOException, InterruptedException {
        Flood flood = new Flood(load, flooding);
        flood.awaitSlowed(QUOTA);
        Measurement measured = run();
        floods.add(flood.end());
        return measured;
    }

    private static String row(String what, Measurement run) {
        return String.format(Locale.ROOT, "| %s | %,.0f | %s |", what, run.acknowledgedRate(), Table.latencies(run));
    }
}
