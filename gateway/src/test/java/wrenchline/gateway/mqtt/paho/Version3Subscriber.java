package wrenchline.gateway.mqtt.paho;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.IntConsumer;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.internal.NetworkModule;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/** Paho's client for MQTT 3.1.1. */
final class Version3Subscriber implements PahoMeasurement.Subscriber, MqttCallback {

    private final MqttAsyncClient client;
    private final IntConsumer onMessage;

    private Version3Subscriber(MqttAsyncClient client, IntConsumer onMessage) throws MqttException {
        this.client = client;
        this.onMessage = onMessage;
        client.setManualAcks(true);
        client.setCallback(this);
        client.connect().waitForCompletion();
        client.subscribe("equipment/#", 1).waitForCompletion();
    }

    static Version3Subscriber plain(String url, IntConsumer onMessage) throws MqttException {
        return new Version3Subscriber(new MqttAsyncClient(url, "measured", new MemoryPersistence()), onMessage);
    }

    static Version3Subscriber buffered(String url, IntConsumer onMessage) throws MqttException {
        return new Version3Subscriber(new Buffered(url), onMessage);
    }

    @Override
    public void acknowledge(int packet) throws Exception {
        if (client instanceof Buffered buffered) {
            buffered.acknowledge(packet);
        } else {
            client.messageArrivedComplete(packet, 1);
        }
    }

    @Override
    public void acknowledged() {
        if (client instanceof Buffered buffered) {
            buffered.acknowledgeAll();
        }
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

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        onMessage.accept(message.getId());
    }

    @Override
    public void connectionLost(Throwable cause) {}

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {}

    /** With buffers round its socket, and acknowledgements that pass it by. */
    private static final class Buffered extends MqttAsyncClient {

        private @Nullable Link link;

        Buffered(String url) throws MqttException {
            super(url, "measured", new MemoryPersistence());
        }

        void acknowledge(int packet) throws IOException {
            if (link != null && link.out != null) {
                link.out.acknowledge(packet);
            }
        }

        void acknowledgeAll() {
            if (link != null && link.out != null) {
                link.out.acknowledgeAll();
            }
        }

        @Override
        protected NetworkModule[] createNetworkModules(String address, MqttConnectOptions options)
                throws MqttException {
            options.setSocketFactory(new PromptSockets());
            Link opened = new Link(super.createNetworkModules(address, options)[0]);
            link = opened;
            return new NetworkModule[] {opened};
        }
    }

    private static final class Link implements NetworkModule {

        private final NetworkModule socket;
        private @Nullable InputStream in;
        private @Nullable PacketOutput out;

        Link(NetworkModule socket) {
            this.socket = socket;
        }

        @Override
        public void start() throws IOException, MqttException {
            socket.start();
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            out = new PacketOutput(socket.getOutputStream());
        }

        @Override
        public @Nullable InputStream getInputStream() {
            return in;
        }

        @Override
        public @Nullable OutputStream getOutputStream() {
            return out;
        }

        @Override
        public void stop() throws IOException {
            if (out != null) {
                out.close();
            }
            socket.stop();
        }

        @Override
        public String getServerURI() {
            return socket.getServerURI();
        }
    }
}
