package wrenchline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Locale;
import java.util.StringJoiner;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One machine's controller: a connection of its own, with a status and a will, and a reading at each step of its script. */
final class SimulatedMachine {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedMachine.class);
    private static final long PATIENCE_MILLIS = 10_000;

    private final String id;
    private final Kind kind;
    private final Script script;
    private final InstantSource clock;
    private final MqttAsyncClient client;
    private long step;

    SimulatedMachine(String url, String id, Kind kind, Script script, InstantSource clock) throws MqttException {
        this.id = id;
        this.kind = kind;
        this.script = script;
        this.clock = clock;
        this.client = new MqttAsyncClient(url, "demo-" + id, new MemoryPersistence());
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
        client.publish(topic("status"), "online".getBytes(UTF_8), 1, true).waitForCompletion(PATIENCE_MILLIS);
    }

    /** Sends the next reading. While the connection is away the machine measures on, and that reading is not sent. */
    void send() {
        byte[] payload = reading();
        step++;
        try {
            client.publish(topic("telemetry"), payload, 1, false);
        } catch (MqttException e) {
            LOG.debug("{} cannot send: {}", id, e.toString());
        }
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

    private byte[] reading() {
        Recording.Row row = script.row(step);
        StringJoiner values = new StringJoiner(", ", "{", "}");
        for (Kind.Channel channel : kind.channels()) {
            values.add(String.format(Locale.ROOT, "\"%s\": %.3f", channel.metric(), row.value(channel)));
        }
        return ("{\"ts\": " + clock.millis() + ", \"seq\": " + step + ", \"values\": " + values + "}").getBytes(UTF_8);
    }

    private String topic(String kind) {
        return "equipment/" + id + "/" + kind;
    }
}
