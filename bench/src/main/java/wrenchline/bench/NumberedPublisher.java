package wrenchline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes numbered readings at QoS 1 as fast as they are acknowledged, and remembers each PUBACK. */
final class NumberedPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(NumberedPublisher.class);
    private static final int MACHINES = 4;
    private static final int WINDOW = 200;
    private static final long PATIENCE_SECONDS = 30;

    private final Instant begin;
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private long next;

    /** @param begin event time of reading 0; each further one is a millisecond later, so that no two are the same to the history */
    NumberedPublisher(Instant begin) {
        this.begin = begin;
    }

    static int machines() {
        return MACHINES;
    }

    static String machine(long number) {
        return "kill-loop-" + number % MACHINES;
    }

    Set<Long> acknowledged() {
        return acknowledged;
    }

    /** Event time after that of all readings so far. */
    Instant end() {
        return begin.plusMillis(next);
    }

    /** Publishes until {@code killer} has ended the product, or the connection ends for another reason. */
    void publishUntilKilled(Access access, Thread killer) throws MqttException, InterruptedException {
        MqttAsyncClient client = new MqttAsyncClient(access.mqttUrl(), "kill-loop", new MemoryPersistence());
        try {
            MqttConnectOptions options = new MqttConnectOptions();
            options.setUserName(access.username());
            options.setPassword(access.password().toCharArray());
            options.setMaxInflight(WINDOW);
            client.connect(options).waitForCompletion(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            Semaphore window = new Semaphore(WINDOW);
            killer.start();
            while (killer.isAlive()) {
                if (window.tryAcquire(10, TimeUnit.MILLISECONDS)) {
                    publish(client, next++, window);
                }
            }
        } finally {
            client.disconnectForcibly(0, 1, false);
            client.close(true);
        }
    }

    private void publish(MqttAsyncClient client, long number, Semaphore window) {
        String payload = "{\"ts\": " + begin.plusMillis(number).toEpochMilli() + ", \"seq\": " + number
                + ", \"values\": {\"number\": " + number + "}}";
        String topic = "equipment/" + machine(number) + "/telemetry";
        try {
            client.publish(topic, payload.getBytes(UTF_8), 1, false, null, new IMqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    acknowledged.add(number);
                    window.release();
                }

                @Override
                public void onFailure(IMqttToken token, Throwable cause) {
                    window.release();
                }
            });
        } catch (MqttException e) {
            // The product is dead already: this one was never sent.
            LOG.trace("reading {} was not sent", number, e);
            window.release();
        }
    }
}
