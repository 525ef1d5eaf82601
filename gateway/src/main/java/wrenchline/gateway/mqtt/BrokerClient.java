package wrenchline.gateway.mqtt;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.BrokerSettings;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.sparkplug.SparkplugHost;

/**
 * Reads from an existing broker into the same pipeline. The session is persistent and the acknowledgement follows the disk, so the
 * broker keeps for us what we have not kept; what it loses itself is beyond us. Connects again and again until closed.
 */
public final class BrokerClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerClient.class);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final BrokerSettings settings;
    private final int maxPayloadBytes;
    private final BrokerPatience patience;
    private final Supplier<Errand> errands;
    private final InstantSource clock;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable BrokerConnection connection;
    private volatile String trouble = "not connected yet";

    /**
     * @param maxPayloadBytes what a longer message has more is not read, so that it can be refused
     * @param retained for copies that the broker retains and brings at each subscription
     */
    public BrokerClient(
            BrokerSettings settings, int maxPayloadBytes, Inlet inlet, Inlet retained, InstantSource clock) {
        this(
                settings,
                maxPayloadBytes,
                BrokerPatience.usual(),
                () -> new TelemetryErrand(settings, inlet, retained),
                clock);
    }

    /** One that is a Sparkplug Host Application on the broker. */
    public static BrokerClient of(
            BrokerSettings settings, int maxPayloadBytes, SparkplugHost host, InstantSource clock) {
        return new BrokerClient(
                settings, maxPayloadBytes, BrokerPatience.usual(), () -> new HostErrand(settings, host), clock);
    }

    BrokerClient(
            BrokerSettings settings,
            int maxPayloadBytes,
            BrokerPatience patience,
            Supplier<Errand> errands,
            InstantSource clock) {
        this.settings = settings;
        this.maxPayloadBytes = maxPayloadBytes;
        this.patience = patience;
        this.errands = errands;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("broker " + settings.url()).unstarted(this::run);
    }

    /** Begins to connect, and returns at once. */
    public void start() {
        thread.start();
    }

    /** Why nothing can be read now; empty when connected and subscribed. */
    public Optional<String> trouble() {
        return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
    }

    /** Acknowledges what was received and is on disk, and disconnects. To be closed before the pipeline. */
    @Override
    public void close() {
        closed.countDown();
        BrokerConnection open = connection;
        if (open == null) {
            thread.interrupt();
        } else {
            open.leave(DRAIN);
        }
        try {
            thread.join(DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = patience.firstPause();
        try {
            while (!isClosed()) {
                long began = System.nanoTime();
                connectOnce();
                pause = patience.pauseAfter(pause, Duration.ofNanos(System.nanoTime() - began));
                // Not all clients of a restarted broker at the same moment.
                long jitter = ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1);
                if (closed.await(pause.toMillis() + jitter, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection from beginning to end. */
    private void connectOnce() throws InterruptedException {
        BrokerConnection open;
        try {
            open = new BrokerConnection(settings, maxPayloadBytes, patience.keepAlive(), errands.get(), clock);
        } catch (MqttException e) {
            trouble = "connecting to " + settings.url() + ": " + e;
            LOG.warn(trouble);
            return;
        }
        try {
            connection = open;
            trouble = "";
            LOG.info("reading from the broker {}", settings.url());
            if (!isClosed()) {
                open.awaitEnd();
            }
        } finally {
            trouble = "the connection to " + settings.url() + " is lost";
            connection = null;
            open.close();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }
}
