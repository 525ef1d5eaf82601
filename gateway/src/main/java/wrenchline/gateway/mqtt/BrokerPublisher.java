package wrenchline.gateway.mqtt;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.gateway.ingest.Publisher;

/** Publishes on one connection to a broker, in order, on a thread of its own: Paho may keep a publisher waiting. */
final class BrokerPublisher implements Publisher, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerPublisher.class);

    private final MqttAsyncClient client;
    private final Duration patience;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    private final CountDownLatch open = new CountDownLatch(1);

    /** @param patience for the broker's acknowledgement */
    BrokerPublisher(MqttAsyncClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
        thread.execute(this::awaitOpen);
    }

    /** From now on what is published goes out. */
    void open() {
        open.countDown();
    }

    /** Publishes on the thread that calls it, and returns when the broker has it or not. */
    Publisher atOnce() {
        return this::send;
    }

    @Override
    public void publish(String topic, byte[] payload, int qos, boolean retain) {
        publish(topic, payload, qos, retain, new CompletableFuture<>());
    }

    @Override
    public CompletionStage<Boolean> confirmed(String topic, byte[] payload) {
        CompletableFuture<Boolean> confirmed = new CompletableFuture<>();
        publish(topic, payload, 1, false, confirmed);
        return confirmed;
    }

    /** What waits is not sent. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void publish(String topic, byte[] payload, int qos, boolean retain, CompletableFuture<Boolean> confirmed) {
        try {
            thread.execute(() -> confirmed.complete(send(topic, payload, qos, retain)));
        } catch (RejectedExecutionException e) {
            LOG.debug("publishing to {}: the connection is closed", topic);
            confirmed.complete(false);
        }
    }

    private void awaitOpen() {
        try {
            open.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the broker has it. */
    private boolean send(String topic, byte[] payload, int qos, boolean retain) {
        try {
            client.publish(topic, payload, qos, retain).waitForCompletion(patience.toMillis());
            return true;
        } catch (MqttException e) {
            LOG.warn("publishing to {}: {}", topic, e.toString());
            return false;
        }
    }
}
