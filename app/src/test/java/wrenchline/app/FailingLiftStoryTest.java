package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.ModelFiles;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;

/** Path 1, from the controller to the engineer's reply. */
class FailingLiftStoryTest {

    private static final String SITE =
            Path.of("../config/demo/site.yaml").toAbsolutePath().toString();

    @TempDir
    Path data;

    @Test
    void a_failing_lift_reaches_an_engineers_sms_and_the_reply_keeps_the_promise() throws Exception {
        EquipmentModel lift = Objects.requireNonNull(
                ModelFiles.read(Path.of("../config/models")).get("two-post-lift"));
        Limit limit = lift.limits().getFirst();
        double bad = limit.side() == Limit.Side.ABOVE ? limit.raise() + 5 : limit.raise() - 5;
        try (RunningProduct product = RunningProduct.start(data, "--site=" + SITE, "--roles=gateway,desk,dashboard")) {
            MqttAsyncClient controller = product.controller("lift-02");
            Instant began = Instant.now().minus(limit.duration()).minusSeconds(5);
            publish(controller, limit.metric(), bad, began);
            publish(
                    controller,
                    limit.metric(),
                    bad,
                    began.plus(limit.duration()).plusSeconds(1));
            controller.disconnect().waitForCompletion();

            JsonNode sms = product.await(
                    "/notices",
                    "the engineer's SMS",
                    notice -> notice.get("text").asText().contains("lift-02"));
            String ticket = sms.get("ticket").asText();
            assertThat(product.get("/tickets").get("items")).hasSize(1);
            product.post(
                    "/notices/" + sms.get("id").asText() + "/reply",
                    "{\"text\": \"接 %s\"}".formatted(sms.get("code").asText()));

            product.await(
                    "/promises",
                    "the kept response",
                    promise -> promise.get("ticket").asText().equals(ticket)
                            && promise.get("clause").get("id").asText().equals("response-2h")
                            && promise.get("state").get("type").asText().equals("Kept"));
            everyMetricOfBoardAndRulesIsThere(product.metrics());
        }
    }

    private static void everyMetricOfBoardAndRulesIsThere(String metrics) throws IOException {
        String named = Files.readString(Path.of("../config/grafana/dashboards/wrenchline.json"))
                + Files.readString(Path.of("../config/prometheus/wrenchline-rules.yml"));
        Set<String> names = Pattern.compile("\\b(?:wrenchline|jvm)_[a-z0-9_]+")
                .matcher(named)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(names)
                .hasSizeGreaterThan(12)
                .allSatisfy(name -> assertThat(metrics).containsPattern("(?m)^" + name + "[ {]"));
    }

    private static void publish(MqttAsyncClient controller, String metric, double value, Instant at) throws Exception {
        String payload = "{\"ts\": %d, \"values\": {\"%s\": %s}}".formatted(at.toEpochMilli(), metric, value);
        MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
        message.setQos(1);
        controller.publish("equipment/lift-02/telemetry", message).waitForCompletion();
    }
}
