package wrenchline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import wrenchline.bench.history.FilledHistory;
import wrenchline.bench.load.Load;
import wrenchline.bench.load.LoadGenerator;
import wrenchline.bench.load.Machine;

/** Measures how long the product is away after a kill -9 under load, with a large history. */
public final class RecoveryTime {

    private static final int CONNECTIONS = 100;
    private static final int WINDOW = 100;
    private static final Duration LOAD = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final ChildProduct product;
    private final List<Machine> machines = Load.machines("recovery", CONNECTIONS);

    private RecoveryTime(ChildProduct product) {
        this.product = product;
    }

    /** Both from the moment at which its process is started. */
    private record Away(double firstSeconds, double wholeSeconds) {}

    /** {@code RecoveryTime READINGS ROUNDS RATE FOLDER COMMAND-OF-THE-PRODUCT...}. */
    @SuppressWarnings("SystemOut") // a table for a person
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[3]);
        Path data = folder.resolve("data");
        // As the product makes it, whose secrets lie in it.
        Files.createDirectories(data);
        FilledHistory.in(data.resolve("questdb"), Long.parseLong(arguments[0]));
        List<String> command = new ArrayList<>(List.of(arguments).subList(4, arguments.length));
        command.addAll(List.of("--data", data.toString(), "--roles", "gateway,dashboard,desk"));
        command.addAll(List.of("--mqtt-port", "0", "--http-port", "0"));
        System.out.println("""
                | kill | first message acknowledged after, s | all in the history again after, s |
                |---|---|---|""");
        try (ChildProduct child =
                new ChildProduct(command, data.resolve("access.json"), folder.resolve("product.log"))) {
            RecoveryTime measuring = new RecoveryTime(child);
            for (int kill = 1; kill <= Integer.parseInt(arguments[1]); kill++) {
                measuring.loadAndKill(Double.parseDouble(arguments[2]));
                Files.delete(data.resolve("access.json"));
                Away away = measuring.comeBack();
                System.out.printf(
                        Locale.ROOT, "| %d | %.1f | %.1f |%n", kill, away.firstSeconds(), away.wholeSeconds());
            }
        }
        System.exit(0);
    }

    /** Kills it while the load runs; that the connections break then is what is wanted. */
    private void loadAndKill(double rate) throws Exception {
        Access access = product.awaitReady();
        FutureTask<Boolean> killing = new FutureTask<>(() -> {
            Thread.sleep(LOAD);
            product.kill();
            return true;
        });
        try (LoadGenerator generator = LoadGenerator.connect(load(access).with(CONNECTIONS, WINDOW, rate), machines)) {
            Thread.ofPlatform().name("killer").start(killing);
            generator.run(LOAD.multipliedBy(10), () -> true);
            throw new IllegalStateException("the load went on although the product was killed");
        } catch (IOException broken) {
            killing.get();
        }
    }

    private Away comeBack() throws IOException, InterruptedException {
        long began = System.nanoTime();
        product.restart();
        Access access = product.awaitReady();
        try (LoadGenerator generator = LoadGenerator.connect(load(access), machines.subList(0, 1))) {
            generator.run(SHORT, () -> true);
        }
        double first = (System.nanoTime() - began) / 1e9;
        while (product.metric(access, "wrenchline_storing_lag_bytes") > 0
                || product.metric(access, "wrenchline_detecting_lag_bytes") > 0) {
            Thread.sleep(10);
        }
        return new Away(first, (System.nanoTime() - began) / 1e9);
    }

    private static Load load(Access access) {
        return Load.to(access.mqttHost(), access.mqttPort(), access.username(), access.password());
    }
}
