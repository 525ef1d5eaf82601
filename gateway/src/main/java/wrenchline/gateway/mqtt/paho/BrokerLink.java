package wrenchline.gateway.mqtt.paho;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.internal.NetworkModule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Paho's socket, plain or TLS, with our streams round its own. */
final class BrokerLink implements NetworkModule {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);

    private final NetworkModule socket;
    private final Gate gate;
    private final Duration keepAlive;
    private final int longest;
    private final Consumer<BrokerMessage> messages;
    private volatile @Nullable Streams streams;

    private record Streams(PacketInput in, PacketOutput out, Thread pings) {}

    /** @param longest body of a message, in bytes; what it has more is dropped */
    BrokerLink(NetworkModule socket, Gate gate, Duration keepAlive, int longest, Consumer<BrokerMessage> messages) {
        this.socket = socket;
        this.gate = gate;
        this.keepAlive = keepAlive;
        this.longest = longest;
        this.messages = messages;
    }

    @Override
    public void start() throws IOException, MqttException {
        socket.start();
        PacketReader reader = new PacketReader(socket.getInputStream(), longest);
        PacketOutput out = new PacketOutput(socket.getOutputStream());
        Thread pings = new KeepAlive(keepAlive, gate, reader, out, this::end).start();
        streams = new Streams(new PacketInput(reader, gate, messages), out, pings);
    }

    /** @throws IOException when there is no connection */
    PacketOutput output() throws IOException {
        return open().out();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return open().in();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return open().out();
    }

    @Override
    public void stop() throws IOException {
        Streams open = streams;
        if (open != null) {
            open.pings().interrupt();
            open.out().close();
        }
        socket.stop();
    }

    @Override
    public String getServerURI() {
        return socket.getServerURI();
    }

    private Streams open() throws IOException {
        Streams open = streams;
        if (open == null) {
            throw new IOException("there is no connection to " + getServerURI());
        }
        return open;
    }

    /** Paho's reader finds the socket closed, and tells that the connection is lost. */
    private void end() {
        try {
            socket.stop();
        } catch (IOException e) {
            LOG.debug("closing the connection to {}", getServerURI(), e);
        }
    }
}
