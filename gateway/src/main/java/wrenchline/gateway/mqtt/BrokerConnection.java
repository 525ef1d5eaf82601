package wrenchline.gateway.mqtt;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.BrokerSettings;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.payload.Sender;

/**
 * One connection to a broker, with a Paho client of its own. Paho's acknowledgements know no connection; because a client is never
 * connected twice, one that comes too late goes nowhere, and the broker sends the message again.
 */
final class BrokerConnection implements MqttCallback {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerConnection.class);
    private static final int REFUSED = 0x80;
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int PATIENCE_SECONDS = 10;

    private final BrokerSettings settings;
    private final Errand errand;
    private final InstantSource clock;
    private final MqttAsyncClient client;
    private final Acknowledgements acknowledgements = new Acknowledgements(this::acknowledge, this::onProgress);
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final CountDownLatch lost = new CountDownLatch(1);
    private final Semaphore idle = new Semaphore(0);
    /** Publishes in order, outside Paho's callbacks, which must not wait for Paho. */
    private final ExecutorService publishing =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    private final Publisher wayBack = new WayBack();

    private volatile boolean leaving;

    /** Connects and subscribes, on the calling thread: Paho deadlocks when it is done in its callbacks. */
    BrokerConnection(BrokerSettings settings, Errand errand, InstantSource clock) throws MqttException {
        this.settings = settings;
        this.errand = errand;
        this.clock = clock;
        this.client = new MqttAsyncClient(settings.url(), errand.clientId(), new MemoryPersistence());
        client.setManualAcks(true);
        // Before connecting: the messages of a resumed session come at once.
        client.setCallback(this);
        try {
            client.connect(options()).waitForCompletion(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            publishing.execute(this::awaitSubscription);
            // Before the answers to what the subscription brings.
            errand.begin(wayBack);
            subscribe();
            subscribed.countDown();
        } catch (MqttException e) {
            close();
            throw e;
        }
    }

    /** Returns when the connection is lost, or was given up by {@link #leave}. */
    void awaitEnd() throws InterruptedException {
        lost.await();
    }

    /** Takes no more, acknowledges what is on disk already, and says farewell. */
    void leave(long patienceSeconds) {
        leaving = true;
        try {
            if (acknowledgements.inFlight() > 0 && !idle.tryAcquire(patienceSeconds, TimeUnit.SECONDS)) {
                LOG.warn(
                        "leaving the broker with {} messages unacknowledged, which will come again",
                        acknowledgements.inFlight());
            }
            errand.leave(this::send);
            client.disconnect().waitForCompletion(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (MqttException e) {
            LOG.debug("disconnecting from {}", settings.url(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lost.countDown();
        }
    }

    /** Frees the client's threads, whatever its state. */
    void close() {
        leaving = true;
        lost.countDown();
        publishing.shutdownNow();
        try {
            client.disconnectForcibly(0, 1, false);
        } catch (MqttException e) {
            LOG.trace("it was not connected any more", e);
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("closing the connection to {}", settings.url(), e);
        }
        errand.end();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
        if (leaving) {
            // Not acknowledged: the broker keeps it for our next connection.
            return;
        }
        Delivery delivery = new Delivery(message.getId(), message.getQos());
        acknowledgements.expect(delivery);
        CountDownLatch room = new CountDownLatch(1);
        Arrival arrival = new Arrival(
                "broker:" + errand.clientId(),
                new Sender.Anyone(),
                topic,
                message.getPayload(),
                clock.instant(),
                wayBack,
                delivery.outcome()::complete);
        if (!errand.receive(arrival, room::countDown)) {
            awaitRoom(room);
        }
    }

    @Override
    public void connectionLost(Throwable cause) {
        LOG.warn("the connection to {} is lost: {}", settings.url(), cause.toString());
        lost.countDown();
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // Nobody waits for it.
    }

    private void awaitSubscription() {
        try {
            subscribed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Publishes here. */
    private final class WayBack implements Publisher {

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

        private void publish(
                String topic, byte[] payload, int qos, boolean retain, CompletableFuture<Boolean> confirmed) {
            try {
                publishing.execute(() -> confirmed.complete(send(topic, payload, qos, retain)));
            } catch (RejectedExecutionException e) {
                LOG.debug("publishing to {}: the connection is closed", topic);
                confirmed.complete(false);
            }
        }
    }

    /** Whether the broker has it. */
    private boolean send(String topic, byte[] payload, int qos, boolean retain) {
        try {
            client.publish(topic, payload, qos, retain).waitForCompletion(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            return true;
        } catch (MqttException e) {
            LOG.warn("publishing to {} at {}: {}", topic, settings.url(), e.toString());
            return false;
        }
    }

    /** Blocks Paho's only callback thread, which stops its reader, which stops the broker. */
    private void awaitRoom(CountDownLatch room) throws InterruptedException {
        while (!leaving && !room.await(100, TimeUnit.MILLISECONDS)) {
            LOG.trace("waiting for room in the lane");
        }
    }

    private void acknowledge(Delivery delivery) {
        if (delivery.qos() == 0) {
            return;
        }
        try {
            client.messageArrivedComplete(delivery.packet(), delivery.qos());
        } catch (MqttException e) {
            LOG.debug("acknowledging message {}: it will come again", delivery.packet(), e);
        }
    }

    private void onProgress() {
        if (leaving && acknowledgements.inFlight() == 0) {
            idle.release();
        }
    }

    private void subscribe() throws MqttException {
        IMqttToken subscribed = client.subscribe(errand.filter(), 1);
        subscribed.waitForCompletion(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        if (subscribed.getGrantedQos().length > 0 && subscribed.getGrantedQos()[0] == REFUSED) {
            throw new MqttException(
                    MqttException.REASON_CODE_SUBSCRIBE_FAILED,
                    new IllegalStateException("the broker refuses a subscription to " + errand.filter()));
        }
    }

    private MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        errand.prepare(options);
        options.setAutomaticReconnect(false);
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(PATIENCE_SECONDS);
        if (!settings.username().isEmpty()) {
            options.setUserName(settings.username());
            options.setPassword(settings.password().value().toCharArray());
        }
        return options;
    }
}
