package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault that crosses no limit: foreseen by what the product learned of the machine, over a kill -9. */
@Tag("slow")
class ForesightStoryTest {

    private static final String SITE =
            Path.of("../config/demo/site.yaml").toAbsolutePath().toString();
    private static final int HEALTHY = 30 * 60;
    private static final int FAULTY = 3 * 60;

    private final Random noise = new Random(7);

    @TempDir
    Path data;

    @Test
    void a_fault_is_one_ticket_with_its_evidence_also_when_the_product_is_killed_in_between() throws Exception {
        Instant began = Instant.now().minus(Duration.ofMinutes(HEALTHY + FAULTY));
        RunningProduct first = RunningProduct.start(data, "--site=" + SITE, "--roles=gateway,desk,dashboard");
        replay(first, began, 0, HEALTHY);
        first.kill();
        RunningProduct second = RunningProduct.start(data, "--site=" + SITE, "--roles=gateway,desk,dashboard");
        replay(second, began, HEALTHY, HEALTHY + FAULTY / 2);
        JsonNode raised = second.await(
                "/tickets",
                "the ticket",
                ticket -> ticket.get("equipment").asText().equals("lift-02"));
        second.kill();

        try (RunningProduct third = RunningProduct.start(data, "--site=" + SITE, "--roles=gateway,desk,dashboard")) {
            // What was acknowledged before the kill is told again as far as it was not noted as told.
            replay(third, began, HEALTHY + FAULTY / 2, HEALTHY + FAULTY);
            mark(third);
            JsonNode tickets = third.get("/tickets?equipment=lift-02").get("items");
            assertThat(tickets).hasSize(1);
            JsonNode ticket = third.get("/tickets/" + raised.get("id").asText());
            JsonNode finding = ticket.get("origin").get("finding");
            assertThat(finding.get("failureMode").asText()).isEqualTo("UNUSUAL_BEHAVIOUR");
            assertThat(Instant.parse(finding.get("at").asText())).isAfter(began.plus(Duration.ofMinutes(HEALTHY - 1)));
            assertThat(finding.get("metric").asText()).isEqualTo("flow");
            assertThat(finding.get("grounds").get("contributions")).isNotEmpty();
            assertThat(ticket.get("window").get(0).get("samples")).hasSize(60);
            assertThat(ticket.get("why").get("zh").asText()).contains("流量");
            assertThat(ticket.get("why").get("en").asText()).contains("Flow");

            third.post("/tickets/" + raised.get("id").asText() + "/verdict", "{\"real\": true, \"part\": \"pump\"}");
            assertThat(third.get("/tickets/" + raised.get("id").asText()).get("events"))
                    .anyMatch(event -> event.get("event").get("type").asText().equals("Judged"));
        }
    }

    /** Everything that came before it has been looked at once there is a ticket for this. */
    private static void mark(RunningProduct product) throws Exception {
        MqttAsyncClient controller = product.controller("lift-03");
        MqttMessage fault = new MqttMessage(
                "{\"code\": \"E042\", \"severity\": \"major\", \"text\": \"sample\"}".getBytes(StandardCharsets.UTF_8));
        fault.setQos(1);
        controller.publish("equipment/lift-03/event", fault).waitForCompletion();
        controller.disconnect().waitForCompletion();
        controller.close();
        product.await(
                "/tickets",
                "the ticket of the mark",
                ticket -> ticket.get("equipment").asText().equals("lift-03"));
    }

    /** A minute a reading; flow falls to a third after the healthy ones. */
    private void replay(RunningProduct product, Instant began, int from, int to) throws Exception {
        MqttAsyncClient controller = product.controller("lift-02");
        List<IMqttDeliveryToken> sent = new ArrayList<>();
        for (int minute = from; minute < to; minute++) {
            double flow = minute < HEALTHY ? 8 : 2.7;
            String payload =
                    "{\"ts\": %d, \"values\": {\"oil_temp\": %.3f, \"pressure\": %.3f, \"flow\": %.3f, \"motor_power\": %.2f, \"vibration\": %.4f}}"
                            .formatted(
                                    began.plus(Duration.ofMinutes(minute)).toEpochMilli(),
                                    42 + noise.nextGaussian() / 3,
                                    150 + noise.nextGaussian(),
                                    flow + noise.nextGaussian() / 10,
                                    2400 + 10 * noise.nextGaussian(),
                                    0.6 + noise.nextGaussian() / 50);
            MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
            message.setQos(1);
            sent.add(controller.publish("equipment/lift-02/telemetry", message));
            if (sent.size() == 500) {
                await(sent);
            }
        }
        await(sent);
        controller.disconnect().waitForCompletion();
        controller.close();
    }

    private static void await(List<IMqttDeliveryToken> sent) throws Exception {
        for (IMqttDeliveryToken token : sent) {
            token.waitForCompletion();
        }
        sent.clear();
    }
}
