package wrenchline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands over our own endpoint, from the API to the device's answer. */
@Tag("slow")
class CommandStoryTest {

    private static final String SITE =
            Path.of("../config/demo/site.yaml").toAbsolutePath().toString();
    private static final String COMMANDS = "/equipment/lift-01/commands";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @TempDir
    Path data;

    @Test
    void a_command_outlives_two_kills_of_the_product_and_reaches_its_device_with_the_same_id() throws Exception {
        String command;
        try (RunningProduct product = start("--site=" + SITE)) {
            refuse(product);
            String missed = order(product, "{\"type\": \"Rebirth\"}", "PT1S");
            await(product, missed, "Expired");
            command = order(product, "{\"type\": \"SetLimit\", \"metric\": \"oil_temp\", \"value\": 50}", "PT1H");
            // Committed, and nobody was there to whom it could have been sent.
            product.kill();
        }
        try (RunningProduct product = start()) {
            MqttAsyncClient device = listening(product);
            JsonNode got = next();
            assertThat(got.get("id").asText()).as("nothing that expired").isEqualTo(command);
            assertThat(got.get("kind").asText()).isEqualTo("SetLimit");
            assertThat(got.get("value").asDouble()).isEqualTo(50);
            await(product, command, "Sent");
            product.kill();
            gone(device);
        }
        try (RunningProduct product = start()) {
            MqttAsyncClient device = listening(product);
            assertThat(next().get("id").asText()).isEqualTo(command);
            answer(device, command, "true");
            await(product, command, "Acknowledged");
            gone(device);
        }
    }

    /** A device that is there at once and will not do what it is told. */
    private void refuse(RunningProduct product) throws Exception {
        MqttAsyncClient device = listening(product);
        String inhibit = order(product, "{\"type\": \"InhibitStart\", \"reason\": \"arm cracked\"}", "PT1H");
        assertThat(next().get("id").asText()).isEqualTo(inhibit);
        answer(device, inhibit, "false, \"reason\": \"somebody is on it\"");
        assertThat(await(product, inhibit, "Refused").at("/state/reason").asText())
                .isEqualTo("somebody is on it");
        device.disconnect().waitForCompletion(TimeUnit.SECONDS.toMillis(60));
        gone(device);
    }

    private RunningProduct start(String... flags) {
        List<String> all = new ArrayList<>(List.of("--roles=gateway,dashboard"));
        all.addAll(List.of(flags));
        return RunningProduct.start(data, all.toArray(String[]::new));
    }

    private static String order(RunningProduct product, String order, String time) {
        return product.post(COMMANDS, "{\"order\": " + order + ", \"expiresIn\": \"" + time + "\"}")
                .get("id")
                .asText();
    }

    private static JsonNode await(RunningProduct product, String command, String state) {
        return product.await(
                COMMANDS,
                "the command to be " + state,
                item -> item.get("id").asText().equals(command)
                        && item.at("/state/type").asText().equals(state));
    }

    /** A device that begins to listen and answers nothing by itself. */
    private MqttAsyncClient listening(RunningProduct product) throws MqttException {
        MqttAsyncClient device = product.controller("lift-01");
        device.subscribe("equipment/lift-01/command", 1, (topic, message) -> told.add(message.toString()))
                .waitForCompletion(TimeUnit.SECONDS.toMillis(60));
        return device;
    }

    private JsonNode next() throws Exception {
        String message = told.poll(60, TimeUnit.SECONDS);
        assertThat(message).as("a command within a minute").isNotNull();
        return JSON.readTree(message);
    }

    private static void answer(MqttAsyncClient device, String command, String outcome) throws MqttException {
        String answer = "{\"id\": \"" + command + "\", \"ok\": " + outcome + "}";
        device.publish("equipment/lift-01/command/ack", answer.getBytes(UTF_8), 1, false)
                .waitForCompletion(TimeUnit.SECONDS.toMillis(60));
    }

    private static void gone(MqttAsyncClient device) throws MqttException {
        device.disconnectForcibly(0, 1, false);
        device.close(true);
    }
}
