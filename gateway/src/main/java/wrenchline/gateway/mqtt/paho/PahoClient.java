package wrenchline.gateway.mqtt.paho;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.MqttPingSender;
import org.eclipse.paho.client.mqttv3.internal.ClientComms;
import org.eclipse.paho.client.mqttv3.internal.NetworkModule;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/**
 * A Paho client for one connection, by which messages are read and acknowledged without Paho: at a tenth of the CPU, whatever their
 * topics are, held back for as long as it takes, and never on another connection than their own.
 */
public final class PahoClient extends MqttAsyncClient {

    private final Gate gate = new Gate();
    private final Duration keepAlive;
    private final int longest;
    private final Consumer<BrokerMessage> messages;
    private volatile @Nullable BrokerLink link;

    /**
     * @param keepAlive of the connection, in whole seconds
     * @param longest body of a message, topic and payload, in bytes; what it has more is dropped
     * @param messages takes each message, on the reading thread; when it throws, the connection ends
     * @param lost told why the connection was lost, once it is
     */
    public PahoClient(
            String url,
            String clientId,
            Duration keepAlive,
            int longest,
            Consumer<BrokerMessage> messages,
            Consumer<Throwable> lost)
            throws MqttException {
        super(url, clientId, new MemoryPersistence(), new NoPings());
        this.keepAlive = keepAlive;
        this.longest = longest;
        this.messages = messages;
        setCallback(new Losses(lost));
    }

    /** Holds back all messages until {@link #resume} was called as often. */
    public void pause() {
        gate.close();
    }

    /** Takes back one {@link #pause}. */
    public void resume() {
        gate.open();
    }

    /**
     * Acknowledges the message with this id, once {@link #acknowledgeAll} is called. Returns at once.
     *
     * @throws IOException when the connection is lost: the message comes again
     */
    public void acknowledge(int packet) throws IOException {
        output().acknowledge(packet);
    }

    /** Sends all acknowledgements. Returns at once. */
    public void acknowledgeAll() throws IOException {
        output().acknowledgeAll();
    }

    private PacketOutput output() throws IOException {
        BrokerLink open = link;
        if (open == null) {
            throw new IOException("there is no connection");
        }
        return open.output();
    }

    @Override
    protected NetworkModule[] createNetworkModules(String address, MqttConnectOptions options) throws MqttException {
        if (address.startsWith("tcp:")) {
            options.setSocketFactory(new PromptSockets());
        }
        BrokerLink opened =
                new BrokerLink(super.createNetworkModules(address, options)[0], gate, keepAlive, longest, messages);
        link = opened;
        return new NetworkModule[] {opened};
    }

    private record Losses(Consumer<Throwable> lost) implements MqttCallback {

        @Override
        public void connectionLost(Throwable cause) {
            lost.accept(cause);
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            throw new IllegalStateException("Paho was shown a message of " + topic);
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Nobody waits for it.
        }
    }

    /** Paho's own keep-alive, which does nothing. */
    private static final class NoPings implements MqttPingSender {
        @Override
        public void init(ClientComms comms) {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public void schedule(long delayInMilliseconds) {}
    }
}
