package wrenchline.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Opens connections. In two steps, so that a server that takes its time over passwords can do so for many at once. */
final class Handshake {

    private static final int PATIENCE_MILLIS = 60_000;

    private Handshake() {}

    static SocketChannel begin(Load load, String clientId) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(load.host(), load.port()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().setSoTimeout(PATIENCE_MILLIS);
        send(channel, Packets.connect(clientId, load.username(), load.password()));
        return channel;
    }

    /** Waits for CONNACK. */
    static void finish(SocketChannel channel) throws IOException {
        byte[] answer = channel.socket().getInputStream().readNBytes(4);
        if (answer.length < 4 || answer[0] != Packets.CONNACK || answer[3] != 0) {
            throw new IOException(
                    "the server refuses the connection" + (answer.length < 4 ? "" : " with return code " + answer[3]));
        }
    }

    /** Subscribes at QoS 1 and waits for SUBACK. */
    static void subscribe(SocketChannel channel, String filter) throws IOException {
        send(channel, Packets.subscribe(filter));
        byte[] answer = channel.socket().getInputStream().readNBytes(5);
        if (answer.length < 5 || answer[0] != (byte) Packets.SUBACK || answer[4] != 1) {
            throw new IOException("the server refuses the subscription to " + filter);
        }
    }

    private static void send(SocketChannel channel, byte[] packet) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(packet);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
