package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.bench.load.Load;
import wrenchline.bench.load.LoadGenerator;
import wrenchline.bench.load.LoadResult;

/** What the intake bears: after each, everything acknowledged is in the history and the books agree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class IntakeFaultsStoryTest {

    private static final int MESSAGES = 500;

    private RunningProduct product;

    @BeforeAll
    void start(@TempDir Path data) {
        product = RunningProduct.start(data, "--roles=gateway,dashboard");
    }

    @AfterAll
    void close() {
        product.close();
    }

    @Test
    void ten_thousand_connections_are_served_at_once() throws IOException {
        int connections = 10_000;
        double before = product.metric("wrenchline_readings_stored_total");
        Load load = product.load().with(connections, 2, connections);
        LoadResult result;
        try (LoadGenerator generator = LoadGenerator.connect(load, Load.machines("many", connections))) {
            result = generator.run(Duration.ofSeconds(2), () -> true);
        }
        assertThat(result.acknowledged()).isGreaterThanOrEqualTo(connections);
        RunningProduct.waitFor(
                "what was acknowledged to be stored",
                () -> product.metric("wrenchline_readings_stored_total") - before == result.acknowledged());
        assertThat(product.unbalanced()).isEmpty();
    }

    @Test
    void while_the_database_stands_still_readings_are_acknowledged_and_afterwards_they_are_stored() throws Exception {
        Instant began = Instant.now();
        MqttAsyncClient controller = product.controller("lift-88");
        publish(controller, began, 1);
        List<ProcessHandle> database = product.children("postgres");
        assertThat(database).isNotEmpty();
        signal("STOP", database);
        try {
            publish(controller, began, 1 + MESSAGES);
        } finally {
            signal("CONT", database);
        }
        publish(controller, began, 1 + 2 * MESSAGES);
        RunningProduct.waitFor("all to be stored", () -> stored(began) == 3 * MESSAGES);
        assertThat(product.unbalanced()).isEmpty();
        controller.disconnect().waitForCompletion();
        controller.close();
    }

    /** Publishes one message after the other; each only when the one before was acknowledged. */
    private static void publish(MqttAsyncClient controller, Instant began, int first) throws Exception {
        for (int seq = first; seq < first + MESSAGES; seq++) {
            String payload = "{\"ts\": %d, \"seq\": %d, \"values\": {\"oil_temp\": %d}}"
                    .formatted(began.toEpochMilli() + seq, seq, seq % 50);
            controller
                    .publish("equipment/lift-88/telemetry", payload.getBytes(StandardCharsets.UTF_8), 1, false)
                    .waitForCompletion();
        }
    }

    private int stored(Instant began) {
        JsonNode readings = product.get(
                "/equipment/lift-88/readings/raw?limit=10000&from=" + began + "&to=" + began.plusSeconds(60));
        return readings.get("items").size();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        for (ProcessHandle process : processes) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
