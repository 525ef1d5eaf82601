package wrenchline.gateway.mqtt.paho;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.eclipse.paho.client.mqttv3.MqttException;

/** Our client, whose messages and acknowledgements pass Paho by. */
final class PassingSubscriber implements PahoMeasurement.Subscriber {

    private final PahoClient client;

    private PassingSubscriber(PahoClient client) {
        this.client = client;
    }

    static PassingSubscriber subscribe(String url, IntConsumer onMessage) throws MqttException {
        PahoClient client = new PahoClient(
                url,
                "measured",
                Duration.ofMinutes(1),
                1 << 20,
                message -> onMessage.accept(message.packet()),
                cause -> {});
        client.connect().waitForCompletion();
        client.subscribe("equipment/#", 1).waitForCompletion();
        return new PassingSubscriber(client);
    }

    @Override
    public void acknowledge(int packet) throws IOException {
        client.acknowledge(packet);
    }

    @Override
    public void acknowledged() throws IOException {
        client.acknowledgeAll();
    }

    @Override
    public void close() {
        try {
            client.disconnectForcibly(0, 1, false);
            client.close(true);
        } catch (MqttException e) {
            throw new IllegalStateException("closing", e);
        }
    }
}
