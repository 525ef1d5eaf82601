package wrenchline.bench.foresight;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import wrenchline.bench.Access;
import wrenchline.bench.ChildProduct;

/** The running product with the machines of a data set, of which nobody is on duty. */
final class ReplayedProduct implements AutoCloseable {

    private static final long LONGEST_SILENCE_NANOS = 120_000_000_000L;

    private final ChildProduct product;
    private final Access access;

    /** @param command that starts it; {@code site} is of {@link BenchHome} */
    ReplayedProduct(List<String> command, Path folder, Path site) throws InterruptedException {
        List<String> start = new ArrayList<>(command);
        start.addAll(List.of(
                "run",
                "--data=" + folder.resolve("data"),
                "--site=" + site,
                "--roles=gateway,desk,dashboard",
                "--mqtt-port=0",
                "--http-port=0"));
        product = new ChildProduct(start, folder.resolve("data/access.json"), folder.resolve("product.log"));
        access = product.awaitReady();
    }

    Access access() {
        return access;
    }

    long pid() {
        return product.process().pid();
    }

    /** Processor time that it has taken so far. */
    Duration cpu() {
        return product.process().info().totalCpuDuration().orElseThrow();
    }

    /**
     * Publishes, and waits until the detectors have seen all of it.
     *
     * @param speed seconds of event time in a second; 0 for as fast as it goes
     */
    void publish(List<Run> runs, double speed) throws MqttException, InterruptedException {
        try (Publishing publishing = new Publishing(access, speed)) {
            for (Run run : runs) {
                publishing.publish(run);
            }
            publishing.awaitAll();
        }
        double lag = Double.POSITIVE_INFINITY;
        long moved = System.nanoTime();
        while (lag > 0) {
            double now = product.metric(access, "wrenchline_detecting_lag_bytes");
            moved = now < lag ? System.nanoTime() : moved;
            lag = now;
            if (System.nanoTime() - moved > LONGEST_SILENCE_NANOS) {
                throw new IllegalStateException("waiting for the detectors: they do not catch up");
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        product.close();
    }
}
