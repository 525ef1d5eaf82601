package wrenchline.bench.sms;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import wrenchline.bench.Access;

/** A controller's event, sent over a connection of its own to a product that may die meanwhile. */
final class SentEvent implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MqttAsyncClient controller;
    private final IMqttDeliveryToken token;

    SentEvent(Access access, String machine, String code) throws MqttException {
        controller = new MqttAsyncClient(
                "tcp://" + access.mqttHost() + ":" + access.mqttPort(), "dispatch-kill", new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(access.username());
        options.setPassword(access.password().toCharArray());
        controller.connect(options).waitForCompletion(PATIENCE.toMillis());
        byte[] event = ("{\"ts\": " + System.currentTimeMillis() + ", \"code\": \"" + code
                        + "\", \"severity\": \"major\", \"text\": \"sample\"}")
                .getBytes(StandardCharsets.UTF_8);
        token = controller.publish("equipment/" + machine + "/event", event, 1, false);
    }

    void awaitAcknowledgement() throws MqttException {
        token.waitForCompletion(PATIENCE.toMillis());
    }

    boolean isAcknowledged() {
        return token.isComplete() && token.getException() == null;
    }

    @Override
    public void close() throws MqttException {
        if (controller.isConnected()) {
            controller.disconnectForcibly(0, 0);
        }
        controller.close(true);
    }
}
