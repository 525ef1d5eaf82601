package wrenchline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the product in the middle of its work, again and again, and looks whether it still has what it acknowledged. */
public final class KillLoop {

    private static final Logger LOG = LoggerFactory.getLogger(KillLoop.class);
    private static final int SHORTEST_LIFE_MILLIS = 200;
    private static final int LONGEST_LIFE_MILLIS = 3_000;

    private KillLoop() {}

    /**
     * What came of it.
     *
     * @param acknowledged readings for which a PUBACK came
     * @param kept readings that the product gave back at the end; those killed before their PUBACK may be among them
     * @param lost counters of the readings that were acknowledged and are gone: the promise is that there are none
     * @param unbalanced accounts of the ledger that do not agree with the history: the promise is that there are none
     */
    public record Report(int kills, int acknowledged, int kept, Set<Long> lost, int unbalanced) {
        /** Whether the promises were kept. */
        public boolean isClean() {
            return lost.isEmpty() && unbalanced == 0;
        }
    }

    /** How a life of the product ends. */
    @FunctionalInterface
    interface End {
        /** Returns when the product is dead and what it left can be started again. */
        void of(ChildProduct product) throws IOException, InterruptedException;
    }

    /**
     * Kills {@code product} {@code kills} times, each at a random moment of its life.
     *
     * @param seed of the moments
     */
    public static Report run(ChildProduct product, int kills, long seed) throws IOException, InterruptedException {
        return run(product, kills, seed, ChildProduct::kill);
    }

    static Report run(ChildProduct product, int kills, long seed, End end) throws IOException, InterruptedException {
        Random random = new Random(seed);
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));
        NumberedPublisher publisher = new NumberedPublisher(begin);
        for (int kill = 1; kill <= kills; kill++) {
            Access access = product.awaitReady();
            int life = random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS);
            publishAndKill(product, publisher, access, life, end);
            LOG.info(
                    "kill {} after {} ms: {} acknowledged so far",
                    kill,
                    life,
                    publisher.acknowledged().size());
        }
        Access access = product.awaitReady();
        Set<Long> kept = new HashSet<>();
        for (int machine = 0; machine < NumberedPublisher.machines(); machine++) {
            kept.addAll(product.kept(access, NumberedPublisher.machine(machine), begin, publisher.end()));
        }
        Set<Long> lost = new TreeSet<>(publisher.acknowledged());
        lost.removeAll(kept);
        return new Report(kills, publisher.acknowledged().size(), kept.size(), lost, product.unbalanced(access));
    }

    private static void publishAndKill(
            ChildProduct product, NumberedPublisher publisher, Access access, int life, End end)
            throws IOException, InterruptedException {
        FutureTask<Boolean> killing = new FutureTask<>(() -> {
            Thread.sleep(life);
            end.of(product);
            return true;
        });
        try {
            publisher.publishUntilKilled(
                    access, Thread.ofPlatform().name("killer").unstarted(killing));
            killing.get();
        } catch (MqttException e) {
            throw new IllegalStateException("publishing to " + access, e);
        } catch (ExecutionException e) {
            throw new IOException("ending the product", e.getCause());
        }
        product.restart();
    }

    /** {@code KillLoop KILLS SEED ACCESS-FILE LOG COMMAND...}; ends with 1 when something acknowledged is lost or the books do not agree. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 5) {
            System.err.println("usage: KillLoop KILLS SEED ACCESS-FILE LOG COMMAND...");
            System.exit(2);
        }
        List<String> command = List.of(arguments).subList(4, arguments.length);
        Report report;
        try (ChildProduct product = new ChildProduct(command, Path.of(arguments[2]), Path.of(arguments[3]))) {
            report = run(product, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
        }
        System.out.println(report);
        System.exit(report.isClean() ? 0 : 1);
    }
}
