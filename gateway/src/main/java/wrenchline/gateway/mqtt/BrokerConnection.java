package wrenchline.gateway.mqtt;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.BrokerSettings;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.mqtt.paho.BrokerMessage;
import wrenchline.gateway.mqtt.paho.PahoClient;
import wrenchline.gateway.payload.Sender;

/**
 * One connection to a broker, with a client of its own that is never connected twice: an acknowledgement that comes too late goes
 * nowhere, and the broker sends the message again.
 */
final class BrokerConnection {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerConnection.class);
    private static final int REFUSED = 0x80;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More than topic and packet id can take, so that a payload which is cut is still too long. */
    private static final int ENVELOPE_BYTES = 70_000;

    private final BrokerSettings settings;
    private final Errand errand;
    private final InstantSource clock;
    private final PahoClient client;
    private final Acknowledgements acknowledgements;
    private final BrokerPublisher publisher;
    private final CountDownLatch lost = new CountDownLatch(1);
    private volatile boolean leaving;

    /** Connects and subscribes, on the calling thread: Paho deadlocks when it is done in its callbacks. */
    BrokerConnection(
            BrokerSettings settings, int maxPayloadBytes, Duration keepAlive, Errand errand, InstantSource clock)
            throws MqttException {
        this.settings = settings;
        this.errand = errand;
        this.clock = clock;
        this.client = new PahoClient(
                settings.url(),
                errand.clientId(),
                keepAlive,
                maxPayloadBytes + ENVELOPE_BYTES,
                this::arrived,
                this::lost);
        this.acknowledgements = new Acknowledgements(client);
        this.publisher = new BrokerPublisher(client, PATIENCE);
        try {
            await(client.connect(options(keepAlive)));
            // Before the answers to what the subscription brings.
            errand.begin(publisher);
            subscribe();
            publisher.open();
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
    void leave(Duration patience) {
        leaving = true;
        try {
            if (!acknowledgements.awaitNone(patience)) {
                LOG.warn(
                        "leaving the broker with {} messages unacknowledged, which will come again",
                        acknowledgements.inFlight());
            }
            errand.leave(publisher.atOnce());
            await(client.disconnect());
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
        publisher.close();
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

    private void arrived(BrokerMessage message) {
        if (leaving) {
            // Not acknowledged: the broker keeps it for our next connection.
            return;
        }
        if (message.cut() > 0) {
            LOG.warn("a message of {} is too long: {} bytes of it are not read", message.topic(), message.cut());
        }
        Arrival arrival = new Arrival(
                "broker:" + errand.clientId(),
                new Sender.Anyone(),
                message.topic(),
                message.payload(),
                clock.instant(),
                publisher,
                acknowledgements.expect(message.packet()));
        boolean hasRoom = message.retained()
                ? errand.receiveRetained(arrival, client::resume)
                : errand.receive(arrival, client::resume);
        if (!hasRoom) {
            client.pause();
        }
    }

    private void lost(Throwable cause) {
        LOG.warn("the connection to {} is lost: {}", settings.url(), cause.toString());
        lost.countDown();
    }

    private void subscribe() throws MqttException {
        IMqttToken subscribed = client.subscribe(errand.filter(), 1);
        await(subscribed);
        if (subscribed.getGrantedQos().length > 0 && subscribed.getGrantedQos()[0] == REFUSED) {
            throw new MqttException(
                    MqttException.REASON_CODE_SUBSCRIBE_FAILED,
                    new IllegalStateException("the broker refuses a subscription to " + errand.filter()));
        }
    }

    /** Paho forgets those who begin to wait at the moment when the connection is lost. */
    private void await(IMqttToken token) throws MqttException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!token.isComplete() && System.nanoTime() < deadline) {
                if (lost.await(10, TimeUnit.MILLISECONDS)) {
                    throw new MqttException(MqttException.REASON_CODE_CONNECTION_LOST);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        token.waitForCompletion(1);
    }

    private MqttConnectOptions options(Duration keepAlive) {
        MqttConnectOptions options = new MqttConnectOptions();
        errand.prepare(options);
        options.setAutomaticReconnect(false);
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setKeepAliveInterval(Math.toIntExact(keepAlive.toSeconds()));
        options.setConnectionTimeout(Math.toIntExact(PATIENCE.toSeconds()));
        if (!settings.username().isEmpty()) {
            options.setUserName(settings.username());
            options.setPassword(settings.password().value().toCharArray());
        }
        return options;
    }
}
