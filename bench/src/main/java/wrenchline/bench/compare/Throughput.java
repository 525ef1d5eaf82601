package wrenchline.bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wrenchline.bench.load.Load;

/** Runs all contenders in turn, several times over, and prints the medians. */
public final class Throughput {

    private static final int IN_FLIGHT = 10_000;
    private static final int WARM_UPS = 2;

    private final Measuring measuring;
    private final Pace pace;
    private final Map<Setup, Runs> runs = new LinkedHashMap<>();

    /** Messages a second at which latencies are measured; half of what was reached flat-out where it is 0. */
    private record Pace(double rate) {

        double after(Measurement flatOut) {
            return rate > 0 ? rate : flatOut.rate() / 2;
        }
    }

    private record Setup(String name, int connections) {}

    private record Runs(List<Measurement> flatOut, List<Measurement> paced) {

        Runs() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private Throughput(Duration run, Pace pace) {
        this.measuring = new Measuring(run, IN_FLIGHT);
        this.pace = pace;
    }

    /** {@code Throughput SECONDS ROUNDS CONNECTIONS,... RATE CONTENDER,... FOLDER COMMAND-OF-THE-PRODUCT...}. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 7) {
            System.err.println("usage: Throughput SECONDS ROUNDS CONNECTIONS,... RATE CONTENDER,... FOLDER COMMAND...");
            System.exit(2);
        }
        List<String> all = List.of(arguments);
        int rounds = Integer.parseInt(arguments[1]);
        List<Integer> connections =
                List.of(arguments[2].split(",")).stream().map(Integer::valueOf).toList();
        int machines = connections.stream().mapToInt(Integer::intValue).max().orElseThrow();
        Throughput throughput = new Throughput(
                Duration.ofSeconds(Long.parseLong(arguments[0])), new Pace(Double.parseDouble(arguments[3])));
        try (Field field = new Field(all.subList(6, all.size()), Path.of(arguments[5]), machines)) {
            List<Contender> contenders = field.start(List.of(arguments[4].split(",")));
            throughput.warmUp(contenders, connections.getFirst());
            for (int round = 1; round <= rounds; round++) {
                throughput.round(contenders, connections);
            }
        }
        throughput.print();
        System.exit(0);
    }

    /** The first runs of a JVM are those of its interpreter. */
    private void warmUp(List<Contender> contenders, int connections) throws IOException, InterruptedException {
        for (Contender contender : contenders) {
            for (int run = 0; run < WARM_UPS; run++) {
                Measurement measured = measuring.run(contender, connections, Load.FLAT_OUT);
                System.err.printf("%s, warming up: %,.0f messages/s%n", contender.name(), measured.rate());
            }
        }
    }

    private void round(List<Contender> contenders, List<Integer> connections) throws IOException, InterruptedException {
        for (int count : connections) {
            for (Contender contender : contenders) {
                Setup setup = new Setup(contender.name(), count);
                Measurement full = measuring.run(contender, count, Load.FLAT_OUT);
                Measurement paced = measuring.run(contender, count, pace.after(full));
                Runs sofar = runs.computeIfAbsent(setup, unused -> new Runs());
                sofar.flatOut().add(full);
                sofar.paced().add(paced);
                System.err.println(Table.row(setup.name(), count, List.of(full), List.of(paced)));
            }
        }
    }

    private void print() {
        System.out.println(Table.HEAD);
        runs.forEach((setup, all) ->
                System.out.println(Table.row(setup.name(), setup.connections(), all.flatOut(), all.paced())));
    }
}
