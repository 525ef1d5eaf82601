package wrenchline.bench.foresight;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Replays a data set through MQTT into the running product, counts its tickets, and compares them with the onsets of the command on the
 * same rows: what the scores say of the detectors must hold for the product.
 */
public final class Replay {

    private Replay() {}

    /** {@code main DATASET FOLDER SPEED PRODUCT-HOME BENCH-FOLDER COMMAND...}; the product's home is in the bench folder. */
    public static void main(String[] arguments) throws Exception {
        List<Run> runs = DataSet.valueOf(arguments[0].toUpperCase(Locale.ROOT).replace("-", ""))
                .read(Path.of(arguments[1]));
        double speed = Double.parseDouble(arguments[2]);
        Path folder = Path.of(arguments[4]);
        List<String> command = Arrays.asList(arguments).subList(5, arguments.length);
        Path site = BenchHome.make(Path.of(arguments[3]), folder.resolve("home"), runs, Duration.ZERO);
        try (ReplayedProduct product = new ReplayedProduct(command, folder, site);
                HttpClient http = HttpClient.newHttpClient()) {
            product.publish(runs, speed);
            compare(
                    runs,
                    new Tickets(http, product.access()),
                    new Offline(command, Files.createDirectories(folder.resolve("offline"))));
        }
    }

    @SuppressWarnings("SystemOut") // what it is for
    private static void compare(List<Run> runs, Tickets tickets, Offline offline) throws Exception {
        System.out.printf("%-40s %8s %8s %8s %8s %8s%n", "machine", "rows", "tickets", "findings", "onsets", "agree");
        int opened = 0;
        int findings = 0;
        int onsets = 0;
        int agreed = 0;
        for (Run run : runs) {
            Tickets.Found found = tickets.of(run.machine());
            Optional<List<Instant>> said = offline.onsets(run);
            long agree =
                    said.orElse(List.of()).stream().filter(found.at()::contains).count();
            System.out.printf(
                    "%-40s %8d %8d %8d %8s %8s%n",
                    run.machine(),
                    run.rows().size(),
                    found.tickets(),
                    found.at().size(),
                    said.map(all -> Integer.toString(all.size())).orElse("-"),
                    said.isPresent() ? Long.toString(agree) : "-");
            opened += found.tickets();
            findings += found.at().size();
            onsets += said.orElse(List.of()).size();
            agreed += (int) agree;
        }
        System.out.printf("%-40s %8s %8d %8d %8d %8d%n", "all", "", opened, findings, onsets, agreed);
    }
}
