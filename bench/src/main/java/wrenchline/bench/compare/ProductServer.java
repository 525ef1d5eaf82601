package wrenchline.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wrenchline.bench.Access;
import wrenchline.bench.ChildProduct;
import wrenchline.bench.load.Load;
import wrenchline.bench.load.Machine;

/** The product in a process of its own, as it is delivered, with the publishing machines in its register. */
final class ProductServer implements AutoCloseable {

    private final ChildProduct product;
    private final Access access;

    /**
     * Starts it and waits until it is ready.
     *
     * @param command that runs the product; flags are added
     * @param broker URL of a broker that it reads from too, or empty
     */
    ProductServer(List<String> command, Path folder, List<Machine> machines, String broker)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path site = Files.writeString(folder.resolve("site.yaml"), Site.of(machines));
        Path data = folder.resolve("data");
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("--data", data.toString(), "--site", site.toString()));
        whole.addAll(List.of("--roles", "gateway,dashboard,desk", "--mqtt-port", "0", "--http-port", "0"));
        if (!broker.isEmpty()) {
            whole.addAll(List.of("--config", withBroker(folder, broker).toString()));
        }
        this.product = new ChildProduct(whole, data.resolve("access.json"), folder.resolve("product.log"));
        this.access = product.awaitReady();
    }

    Load endpoint() {
        return Load.to(access.mqttHost(), access.mqttPort(), access.username(), access.password());
    }

    /** Messages that it has got. */
    long received() {
        return (long) product.metric(access, "wrenchline_messages_received_total");
    }

    /** Readings in the history. */
    long stored() {
        return (long) product.metric(access, "wrenchline_readings_stored_total");
    }

    Process process() {
        return product.process();
    }

    @Override
    public void close() {
        product.close();
    }

    private static Path withBroker(Path folder, String url) throws IOException {
        String shipped = Files.readString(Path.of(System.getenv("WRENCHLINE_HOME"), "config/wrenchline.yaml"));
        return Files.writeString(
                folder.resolve("wrenchline.yaml"),
                shipped.replace("brokers: []", "brokers:\n- url: " + url + "\n  clientId: wrenchline-bench"));
    }
}
