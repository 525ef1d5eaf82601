package wrenchline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.StringJoiner;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallbackExtended;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One machine's controller: a connection of its own, with a status and a will, a reading at each step of its script, and an answer to
 * each command.
 */
final class SimulatedMachine implements MqttCallbackExtended {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedMachine.class);
    private static final long PATIENCE_MILLIS = 10_000;

    private final String id;
    private final Feed feed;
    private final InstantSource clock;
    private final MqttAsyncClient client;
    private final SimulatedController controller = new SimulatedController();
    private long step;

    SimulatedMachine(String url, String id, Feed feed, InstantSource clock) throws MqttException {
        this.id = id;
        this.feed = feed;
        this.clock = clock;
        this.client = new MqttAsyncClient(url, id, new MemoryPersistence());
        client.setCallback(this);
    }

    void connect(String username, String password) throws MqttException {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(username);
        options.setPassword(password.toCharArray());
        options.setWill(topic("status"), "offline".getBytes(UTF_8), 1, true);
        options.setAutomaticReconnect(true);
        options.setMaxReconnectDelay(5_000);
        options.setMaxInflight(1_000);
        client.connect(options).waitForCompletion(PATIENCE_MILLIS);
    }

    /** Also after each reconnect: what was subscribed to is forgotten then, and its will has said that it is offline. */
    @Override
    public void connectComplete(boolean again, String url) {
        publish("status", "online".getBytes(UTF_8), true);
        try {
            client.subscribe(topic("command"), 1);
        } catch (MqttException e) {
            LOG.warn("{} takes no commands: {}", id, e.toString());
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage command) {
        String answer = controller.answer(new String(command.getPayload(), UTF_8), clock.millis());
        LOG.info("{} was told {} and answers {}", id, command, answer);
        if (!answer.isEmpty()) {
            publish("command/ack", answer.getBytes(UTF_8), false);
        }
    }

    @Override
    public void connectionLost(Throwable cause) {
        LOG.debug("{} lost its connection: {}", id, cause.toString());
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // Nobody waits for it.
    }

    /** Sends the next reading. While the connection is away the machine measures on, and that reading is not sent. */
    void send() {
        send(feed.next(clock.instant()));
    }

    Duration every() {
        return feed.every();
    }

    /** Sends what it measured before it was connected. */
    void catchUp() {
        feed.before(clock.instant()).forEach(this::send);
    }

    private void send(Feed.Sample sample) {
        publish("telemetry", reading(sample), false);
        step++;
    }

    void close() {
        try {
            if (client.isConnected()) {
                client.publish(topic("status"), "offline".getBytes(UTF_8), 1, true)
                        .waitForCompletion(PATIENCE_MILLIS);
                client.disconnect().waitForCompletion(PATIENCE_MILLIS);
            }
        } catch (MqttException e) {
            LOG.debug("{} leaves without a farewell: {}", id, e.toString());
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("closing the connection of {}: {}", id, e.toString());
        }
    }

    private void publish(String kind, byte[] payload, boolean retained) {
        try {
            client.publish(topic(kind), payload, 1, retained);
        } catch (MqttException e) {
            LOG.debug("{} cannot send: {}", id, e.toString());
        }
    }

    private byte[] reading(Feed.Sample sample) {
        StringJoiner values = new StringJoiner(", ", "{", "}");
        sample.values().forEach((metric, value) -> {
            boolean stands = controller.startInhibited() && metric.equals("motor_power");
            values.add(String.format(Locale.ROOT, "\"%s\": %.4f", metric, stands ? 0.0 : value));
        });
        return ("{\"ts\": " + sample.at().toEpochMilli() + ", \"seq\": " + step + ", \"values\": " + values + "}")
                .getBytes(UTF_8);
    }

    private String topic(String kind) {
        return "equipment/" + id + "/" + kind;
    }
}
