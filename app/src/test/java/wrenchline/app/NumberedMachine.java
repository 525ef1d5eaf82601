package wrenchline.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;

/** A machine that numbers its readings from 0, one each millisecond, so that each can be asked for afterwards. */
final class NumberedMachine implements AutoCloseable {

    private final RunningProduct product;
    private final String name;
    private final MqttAsyncClient controller;
    private final String values;
    private final Instant began = Instant.now();
    private long next;

    /** @param values of every reading, as JSON */
    NumberedMachine(RunningProduct product, String name, String values) throws MqttException {
        this.product = product;
        this.name = name;
        this.controller = product.controller(name);
        this.values = values;
    }

    /** How many it has sent. */
    long sent() {
        return next;
    }

    /** Sends some and returns at once. */
    List<IMqttDeliveryToken> send(int count) throws MqttException {
        List<IMqttDeliveryToken> sent = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            String payload =
                    "{\"ts\": %d, \"seq\": %d, \"values\": %s}".formatted(began.toEpochMilli() + next, next, values);
            MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
            message.setQos(1);
            sent.add(controller.publish("equipment/" + name + "/telemetry", message));
            next++;
        }
        return sent;
    }

    /** Sends some and returns when all were acknowledged. */
    void publish(int count) throws MqttException {
        for (IMqttDeliveryToken one : send(count)) {
            one.waitForCompletion();
        }
    }

    /** The numbers of all its readings in the history, in the order of their times. */
    List<Long> stored() {
        List<Long> stored = new ArrayList<>();
        String from = began.minusSeconds(60).toString();
        // Sent faster than its clock ran, the last are dated ahead of us.
        String to = "&to=" + began.plusSeconds(3600);
        while (!from.isEmpty()) {
            JsonNode page = product.get("/equipment/" + name + "/readings/raw?limit=1000&from=" + from + to);
            page.get("items").forEach(item -> stored.add(item.get("seq").asLong()));
            from = page.path("next").asText("");
        }
        return stored;
    }

    /** Its account in the ledger. */
    JsonNode account() {
        return RunningProduct.find(
                        product.get("/ledger?days=3&wait=10").get("items"),
                        line -> line.get("machine").asText().equals(name))
                .orElseThrow();
    }

    @Override
    public void close() throws MqttException {
        controller.disconnectForcibly(0, 1, false);
        controller.close(true);
    }
}
