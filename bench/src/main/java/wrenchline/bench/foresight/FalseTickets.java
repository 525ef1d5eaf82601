package wrenchline.bench.foresight;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets machines to which nothing happens run under the product, day by day; an engineer answers each ticket within the day with 'nothing
 * there'. Every ticket is a false one; the budget is one a machine and month.
 */
public final class FalseTickets {

    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MONTH = 30;

    private FalseTickets() {}

    /** {@code main MACHINES MONTHS SECONDS-BETWEEN-READINGS PRODUCT-HOME BENCH-FOLDER COMMAND...}. */
    @SuppressWarnings("SystemOut") // what it is for
    public static void main(String[] arguments) throws Exception {
        int months = Integer.parseInt(arguments[1]);
        Duration step = Duration.ofSeconds(Long.parseLong(arguments[2]));
        List<WellMachine> machines = IntStream.range(0, Integer.parseInt(arguments[0]))
                .mapToObj(index -> new WellMachine("well-" + index, index))
                .toList();
        Path folder = Path.of(arguments[4]);
        List<Run> first = day(machines, BEGIN, step);
        Path site = BenchHome.make(Path.of(arguments[3]), folder.resolve("home"), first, Duration.ofHours(24));
        List<String> command = Arrays.asList(arguments).subList(5, arguments.length);
        try (ReplayedProduct product = new ReplayedProduct(command, folder, site);
                HttpClient http = HttpClient.newHttpClient()) {
            Tickets tickets = new Tickets(http, product.access());
            System.out.printf("%-8s %14s %24s%n", "month", "false tickets", "a machine and month");
            for (int month = 0; month < months; month++) {
                int raised = 0;
                for (int day = 0; day < MONTH; day++) {
                    Instant begin = BEGIN.plus(DAY.multipliedBy((long) month * MONTH + day));
                    List<Run> runs = month + day == 0 ? first : day(machines, begin, step);
                    product.publish(runs, 0);
                    raised += tickets.answerAsFalse();
                }
                System.out.printf("%-8d %14d %24.2f%n", month + 1, raised, raised / (double) machines.size());
            }
        }
    }

    private static List<Run> day(List<WellMachine> machines, Instant begin, Duration step) {
        return machines.stream().map(machine -> machine.run(begin, DAY, step)).toList();
    }
}
