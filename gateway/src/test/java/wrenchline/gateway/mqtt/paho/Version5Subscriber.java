package wrenchline.gateway.mqtt.paho;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.IntConsumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** Paho's client for MQTT 5. */
final class Version5Subscriber implements PahoMeasurement.Subscriber, MqttCallback {

    private final MqttAsyncClient client;
    private final IntConsumer onMessage;

    private Version5Subscriber(MqttAsyncClient client, IntConsumer onMessage) throws MqttException {
        this.client = client;
        this.onMessage = onMessage;
        client.setManualAcks(true);
        client.setCallback(this);
        client.connect().waitForCompletion();
        client.subscribe("equipment/#", 1).waitForCompletion();
    }

    static Version5Subscriber plain(String url, IntConsumer onMessage) throws MqttException {
        return new Version5Subscriber(new MqttAsyncClient(url, "measured", new MemoryPersistence()), onMessage);
    }

    static Version5Subscriber buffered(String url, IntConsumer onMessage) throws MqttException {
        return new Version5Subscriber(new Buffered(url), onMessage);
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
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

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
        protected NetworkModule[] createNetworkModules(String address, MqttConnectionOptions options)
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
