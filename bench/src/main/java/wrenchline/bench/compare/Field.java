package wrenchline.bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import wrenchline.bench.load.Load;
import wrenchline.bench.load.Machine;
import wrenchline.bench.load.Subscriber;

/** Starts what is compared, each with the servers it needs, and stops all of it. */
final class Field implements AutoCloseable {

    static final List<String> NAMES = List.of("endpoint", "broker", "mosquitto", "node-red", "no-store");

    /** Enough for what is on its way between two looks; more would let a broker's queue grow, which makes it slow. */
    private static final long MOST_AHEAD = 20_000;

    private final List<String> product;
    private final Path folder;
    private final int machines;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /**
     * @param product command that runs the product
     * @param folder for everything that is written
     * @param machines that publish to each contender
     */
    Field(List<String> product, Path folder, int machines) {
        this.product = product;
        this.folder = folder;
        this.machines = machines;
    }

    /** Starts the contenders of these names, in this order. */
    List<Contender> start(List<String> names) throws IOException, InterruptedException {
        List<Contender> contenders = new ArrayList<>();
        for (String name : names) {
            contenders.add(
                    switch (name) {
                        case "endpoint" -> endpoint(name);
                        case "no-store" -> noStore(name);
                        case "broker" -> broker(name);
                        case "mosquitto" -> mosquitto(name);
                        case "node-red" -> nodeRed(name);
                        default -> throw new IllegalArgumentException("'" + name + "' is none of " + NAMES);
                    });
        }
        return contenders;
    }

    private Contender endpoint(String name) throws IOException, InterruptedException {
        List<Machine> publishing = Load.machines(name, machines);
        ProductServer server = keep(new ProductServer(product, folder.resolve(name), publishing, ""));
        return new Contender(
                name,
                server.endpoint(),
                publishing,
                server::received,
                server::stored,
                ProcessCpu.of(server.process())::taken,
                () -> Duration.ZERO,
                Long.MAX_VALUE);
    }

    private Contender noStore(String name) throws IOException {
        StorelessServer server = keep(new StorelessServer(folder.resolve(name)));
        return new Contender(
                name,
                server.where(),
                Load.machines(name, machines),
                server::stored,
                server::stored,
                ProcessCpu.of(server.process())::taken,
                () -> Duration.ZERO,
                Long.MAX_VALUE);
    }

    private Contender broker(String name) throws IOException, InterruptedException {
        List<Machine> publishing = Load.machines(name, machines);
        MosquittoServer mosquitto = keep(newMosquitto(name));
        ProductServer server = keep(new ProductServer(product, folder.resolve(name), publishing, mosquitto.url()));
        return new Contender(
                name,
                mosquitto.where(),
                publishing,
                server::received,
                server::stored,
                ProcessCpu.of(server.process(), mosquitto.process())::taken,
                () -> Duration.ZERO,
                MOST_AHEAD);
    }

    private Contender mosquitto(String name) throws IOException, InterruptedException {
        MosquittoServer mosquitto = keep(newMosquitto(name));
        Subscriber subscriber = keep(Subscriber.connect(mosquitto.where(), "equipment/#"));
        return new Contender(
                name,
                mosquitto.where(),
                Load.machines(name, machines),
                subscriber::received,
                subscriber::received,
                ProcessCpu.of(mosquitto.process())::taken,
                subscriber::cpu,
                MOST_AHEAD);
    }

    private Contender nodeRed(String name) throws IOException, InterruptedException {
        MosquittoServer mosquitto = keep(newMosquitto(name));
        InfluxServer influx = keep(new InfluxServer(peer("INFLUXDB"), folder.resolve(name)));
        NodeRedServer nodeRed =
                keep(new NodeRedServer(peer("NODE_RED"), folder.resolve(name).resolve("flow"), mosquitto, influx));
        return new Contender(
                name,
                mosquitto.where(),
                Load.machines(name, machines),
                influx::points,
                influx::points,
                ProcessCpu.of(mosquitto.process(), nodeRed.process(), influx.process())::taken,
                () -> Duration.ZERO,
                MOST_AHEAD);
    }

    private MosquittoServer newMosquitto(String name) throws IOException, InterruptedException {
        return new MosquittoServer(peer("MOSQUITTO"), folder.resolve(name));
    }

    private static Path peer(String name) {
        String root = System.getenv("WRENCHLINE_" + name + "_ROOT");
        if (root == null) {
            throw new IllegalStateException("WRENCHLINE_" + name + "_ROOT is not set; use bench/throughput");
        }
        return Path.of(root);
    }

    private <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception failure) {
                System.err.println("stopping " + part + ": " + failure);
            }
        }
    }
}
