package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.GZIPInputStream;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines that models look at which were trained by command: one is diagnosed cycle by cycle, one nears its end. */
class TrainedModelsStoryTest {

    private static final String SITE =
            Path.of("../config/demo/site.yaml").toAbsolutePath().toString();
    private static final Path CYCLES = Path.of("../config/demo/telemetry/power-unit.csv.gz");
    private static final int ROWS_A_CYCLE = 60;
    private static final Duration STEP = Duration.ofMillis(200);

    @TempDir
    Path data;

    @Test
    void components_that_degrade_are_told_with_their_level_also_when_the_product_is_killed_in_between()
            throws Exception {
        List<String> rows = rows();
        Instant began = Instant.now().minus(STEP.multipliedBy(rows.size()));
        int cut = 5 * ROWS_A_CYCLE + 17;
        RunningProduct first = RunningProduct.start(data, "--site=" + SITE, "--roles=gateway,desk,dashboard");
        replay(first, rows, began, 1, cut);
        first.kill();

        try (RunningProduct second = RunningProduct.start(data, "--site=" + SITE, "--roles=gateway,desk,dashboard")) {
            replay(second, rows, began, cut, rows.size());
            JsonNode pump = second.await("/tickets", "the pump's ticket", ticket -> failure(ticket, "DEGRADED_PUMP"));
            JsonNode valve =
                    second.await("/tickets", "the valve's ticket", ticket -> failure(ticket, "DEGRADED_VALVE"));
            assertThat(pump.get("severity").asText()).isEqualTo("MINOR");
            assertThat(valve.get("why").get("en").asText()).contains("Directional valve", "severe lag");
            JsonNode ticket = second.get("/tickets/" + pump.get("id").asText());
            assertThat(ticket.get("why").get("zh").asText()).contains("液压泵", "轻微内漏");
            assertThat(ticket.get("window").get(0).get("samples")).hasSize(ROWS_A_CYCLE);
            // The well cycles are four; the third one after them settles it, when the next begins.
            assertThat(Instant.parse(
                            ticket.get("origin").get("finding").get("at").asText()))
                    .isEqualTo(
                            began.plus(STEP.multipliedBy(7 * ROWS_A_CYCLE + 1)).truncatedTo(ChronoUnit.MILLIS));
            RunningProduct.waitFor(
                    "the outlook",
                    () -> second.get("/equipment/power-unit-01")
                                    .path("outlook")
                                    .path("conditions")
                                    .size()
                            == 4);
            second.await(
                    "/risks",
                    "the machine at risk",
                    risk -> risk.get("conditions").size() == 2
                            && risk.get("equipment").asText().equals("power-unit-01"));
            assertThat(second.get("/tickets?equipment=power-unit-01").get("items"))
                    .hasSize(2);
        }
    }

    @Test
    void a_part_of_the_demo_near_its_end_has_a_ticket_and_a_remaining_life_with_its_band() {
        try (RunningProduct product = RunningProduct.start(data, "--demo", "--roles=gateway,desk,dashboard")) {
            JsonNode ticket = product.await("/tickets", "the ticket", one -> failure(one, "WORN_VALVES"));
            assertThat(ticket.get("equipment").asText()).isEqualTo("compressor-04");
            assertThat(ticket.get("why").get("zh").asText()).contains("气阀组");
            RunningProduct.waitFor(
                    "the outlook",
                    () -> product.get("/equipment/compressor-04")
                                    .path("outlook")
                                    .path("lives")
                                    .size()
                            == 1);
            JsonNode life = product.get("/equipment/compressor-04")
                    .get("outlook")
                    .get("lives")
                    .get(0);
            // In truth it has 24 left.
            assertThat(life.get("cycles").asDouble()).isBetween(5.0, 45.0);
            assertThat(life.get("earliest").asText())
                    .isLessThan(life.get("latest").asText());
        }
    }

    private static boolean failure(JsonNode ticket, String mode) {
        return ticket.get("failureMode").asText().equals(mode);
    }

    private static List<String> rows() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(CYCLES)), StandardCharsets.UTF_8))) {
            return lines.readAllLines();
        }
    }

    private static void replay(RunningProduct product, List<String> rows, Instant began, int from, int to)
            throws Exception {
        String[] head = rows.getFirst().split(",", -1);
        MqttAsyncClient controller = product.controller("power-unit-01");
        List<IMqttDeliveryToken> sent = new ArrayList<>();
        for (int row = from; row < to; row++) {
            String[] cells = rows.get(row).split(",", -1);
            StringJoiner values = new StringJoiner(", ", "{", "}");
            for (int column = 1; column < head.length; column++) {
                values.add("\"" + head[column] + "\": " + cells[column]);
            }
            values.add("\"cycle\": " + (row - 1) / ROWS_A_CYCLE);
            MqttMessage message = new MqttMessage(
                    ("{\"ts\": " + began.plus(STEP.multipliedBy(row)).toEpochMilli() + ", \"values\": " + values + "}")
                            .getBytes(StandardCharsets.UTF_8));
            message.setQos(1);
            sent.add(controller.publish("equipment/power-unit-01/telemetry", message));
        }
        for (IMqttDeliveryToken token : sent) {
            token.waitForCompletion();
        }
        controller.disconnect().waitForCompletion();
        controller.close();
    }
}
