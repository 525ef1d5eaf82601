package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Another client of the broker. */
final class Subscriber implements AutoCloseable {

    /** What came, in order. */
    final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

    private final MqttClient client;

    record Message(String topic, String text, int qos, boolean retained) {}

    Subscriber(String url, String filter) throws MqttException {
        client = new MqttClient(url, UUID.randomUUID().toString(), new MemoryPersistence());
        client.connect();
        client.subscribe(
                filter,
                1,
                (topic, message) -> messages.add(new Message(
                        topic, new String(message.getPayload(), UTF_8), message.getQos(), message.isRetained())));
    }

    void publish(String topic, String text, boolean retain) throws MqttException {
        client.publish(topic, text.getBytes(UTF_8), 1, retain);
    }

    @Override
    public void close() {
        try {
            client.disconnectForcibly(0, 1000);
            client.close(true);
        } catch (MqttException e) {
            throw new IllegalStateException("closing a subscriber", e);
        }
    }
}
