package wrenchline.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import wrenchline.bench.load.Load;
import wrenchline.bench.load.LoadGenerator;
import wrenchline.bench.load.LoadResult;

/** Holds many connections at the product's endpoint, then at Mosquitto, and prints what each costs and how soon it is answered. */
public final class Connections {

    private static final double MESSAGES_A_SECOND = 5_000;

    private Connections() {}

    /** {@code Connections COUNT SECONDS FOLDER COMMAND-OF-THE-PRODUCT...}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4) {
            System.err.println("usage: Connections COUNT SECONDS FOLDER COMMAND...");
            System.exit(2);
        }
        int count = Integer.parseInt(arguments[0]);
        Duration duration = Duration.ofSeconds(Long.parseLong(arguments[1]));
        Path folder = Path.of(arguments[2]);
        System.out.println(
                "| what | connections | connects/s | KiB a connection | p50 ms | p99 ms | server CPU, µs a message |");
        System.out.println("|---|---|---|---|---|---|---|");
        List<String> command = List.of(arguments).subList(3, arguments.length);
        try (ProductServer product =
                new ProductServer(command, folder.resolve("endpoint"), Load.machines("site", 1), "")) {
            hold("endpoint", product.endpoint(), product.process(), count, duration);
            System.out.printf("%nThe product has %,d readings in its history.%n%n", product.stored());
        }
        try (MosquittoServer mosquitto =
                new MosquittoServer(Path.of(System.getenv("WRENCHLINE_MOSQUITTO_ROOT")), folder.resolve("mosquitto"))) {
            hold("Mosquitto alone", mosquitto.where(), mosquitto.process(), count, duration);
        }
    }

    private static void hold(String name, Load where, Process server, int count, Duration duration)
            throws IOException, InterruptedException {
        long before = residentKibibytes(server);
        long begin = System.nanoTime();
        Load load = where.with(count, 2, MESSAGES_A_SECOND);
        try (LoadGenerator generator = LoadGenerator.connect(load, Load.machines("connection", count))) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            long after = residentKibibytes(server);
            ProcessCpu cpu = ProcessCpu.of(server);
            Duration taken = cpu.taken();
            LoadResult result = generator.run(duration, () -> true);
            System.out.printf(
                    "| %s | %,d | %,.0f | %.1f | %.1f | %.1f | %.0f |%n",
                    name,
                    count,
                    count / seconds,
                    (after - before) / (double) count,
                    result.p50Millis(),
                    result.p99Millis(),
                    cpu.taken().minus(taken).toNanos() / 1e3 / result.acknowledged());
        }
    }

    /** Of the process itself; what a JVM has taken it does not give back soon, so this is an upper bound. */
    private static long residentKibibytes(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("process " + process.pid() + " does not tell its memory"));
    }
}
