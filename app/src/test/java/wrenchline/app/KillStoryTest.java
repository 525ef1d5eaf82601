package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of ingest loses no acknowledged reading. */
class KillStoryTest {

    private static final int KILLS = 3;

    @TempDir
    Path data;

    @Test
    void kill_9_in_the_middle_of_ingest_loses_no_acknowledged_reading() throws Exception {
        Set<Long> acknowledged = new ConcurrentSkipListSet<>();
        Random random = new Random(20260301);
        Instant began = Instant.now();
        long next = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            RunningProduct product = RunningProduct.start(data, "--roles=gateway");
            MqttAsyncClient controller = product.controller("lift-77");
            int target = acknowledged.size() + 200 + random.nextInt(2000);
            while (acknowledged.size() < target) {
                next = publish(controller, next, began, acknowledged);
            }
            product.kill();
            controller.disconnectForcibly(0, 1, false);
            controller.close(true);
        }
        try (RunningProduct product = RunningProduct.start(data, "--roles=gateway,dashboard")) {
            assertThat(stored(product, began)).containsAll(acknowledged);
            assertThat(product.unbalanced()).isEmpty();
        }
    }

    private static Set<Long> stored(RunningProduct product, Instant began) {
        Set<Long> stored = new TreeSet<>();
        String path = "/equipment/lift-77/readings/raw?limit=1000&from=";
        Instant from = began.minusSeconds(60);
        while (true) {
            JsonNode items = product.get(path + from).get("items");
            for (JsonNode item : items) {
                stored.add(item.get("seq").asLong());
            }
            if (items.size() < 1000) {
                return stored;
            }
            from = Instant.parse(items.get(items.size() - 1).get("at").asText());
        }
    }

    private static long publish(MqttAsyncClient controller, long next, Instant began, Set<Long> acknowledged) {
        String payload = "{\"ts\": %d, \"seq\": %d, \"values\": {\"oil_temp\": %d}}"
                .formatted(began.toEpochMilli() + next, next, next % 50);
        try {
            MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
            message.setQos(1);
            // Not waiting for the acknowledgement: many are on their way when the kill comes.
            controller.publish("equipment/lift-77/telemetry", message, next, new Acknowledged(acknowledged));
            return next + 1;
        } catch (MqttException windowFull) {
            Thread.onSpinWait();
            return next;
        }
    }

    private record Acknowledged(Set<Long> seen) implements IMqttActionListener {

        @Override
        public void onSuccess(IMqttToken token) {
            seen.add((Long) token.getUserContext());
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {}
    }
}
