package wrenchline.bench.foresight;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import wrenchline.bench.Access;

/** Publishes runs with their own times, and waits for every acknowledgement. */
final class Publishing implements AutoCloseable, IMqttActionListener {

    private static final int WINDOW = 400;

    private final Semaphore window = new Semaphore(WINDOW);
    private final MqttAsyncClient client;
    private final double speed;

    /** @param speed seconds of event time in a second; 0 for as fast as it goes */
    Publishing(Access access, double speed) throws MqttException {
        this.speed = speed;
        client = new MqttAsyncClient(
                "tcp://" + access.mqttHost() + ":" + access.mqttPort(), "foresight-bench", new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(access.username());
        options.setPassword(access.password().toCharArray());
        options.setMaxInflight(2 * WINDOW);
        client.connect(options).waitForCompletion();
    }

    void publish(Run run) throws MqttException, InterruptedException {
        long began = System.nanoTime();
        for (Run.Row row : run.rows()) {
            String payload = payload(run, row);
            if (payload.isEmpty()) {
                continue;
            }
            if (speed > 0) {
                Duration since = Duration.between(run.rows().getFirst().at(), row.at());
                long due = began + (long) (since.toNanos() / speed);
                LockSupport.parkNanos(due - System.nanoTime());
            }
            window.acquire();
            client.publish(
                    "equipment/" + run.machine() + "/telemetry",
                    payload.getBytes(StandardCharsets.UTF_8),
                    1,
                    false,
                    run.machine(),
                    this);
        }
    }

    private static String payload(Run run, Run.Row row) {
        StringJoiner values = new StringJoiner(",", "{\"ts\":" + row.at().toEpochMilli() + ",\"values\":{", "}}");
        boolean any = false;
        for (int channel = 0; channel < run.channels().size(); channel++) {
            double value = row.values()[channel];
            if (Double.isFinite(value)) {
                values.add('"' + run.channels().get(channel) + "\":" + value);
                any = true;
            }
        }
        return any ? values.toString() : "";
    }

    /** Waits until everything is acknowledged. */
    void awaitAll() throws InterruptedException {
        window.acquire(WINDOW);
        window.release(WINDOW);
    }

    @Override
    public void onSuccess(IMqttToken token) {
        window.release();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
        throw new IllegalStateException("publishing for " + token.getUserContext(), cause);
    }

    @Override
    public void close() throws MqttException {
        client.disconnect().waitForCompletion();
        client.close();
    }
}
