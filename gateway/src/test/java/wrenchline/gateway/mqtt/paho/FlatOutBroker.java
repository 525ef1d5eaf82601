package wrenchline.gateway.mqtt.paho;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Sends one subscriber messages of 190 bytes at QoS 1 as fast as it acknowledges them, or at a rate, one by one. */
final class FlatOutBroker implements AutoCloseable {

    private static final int WINDOW = 2000;
    private static final String TOPIC = "equipment/lift-00001/telemetry";
    private static final int PAYLOAD_BYTES = 190;
    private static final int BUFFER_BYTES = 256 * 1024;

    private final ServerSocketChannel server;
    private final boolean version5;
    private final long nanosEach;
    private final Thread thread =
            Thread.ofPlatform().name("flat-out broker").daemon().unstarted(this::serve);
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final AtomicLong acknowledged = new AtomicLong();
    private long sent;

    /** @param rate messages a second; 0 is flat-out */
    FlatOutBroker(boolean version5, int rate) throws IOException {
        this.version5 = version5;
        this.nanosEach = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / rate;
        this.server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        thread.start();
    }

    String url() throws IOException {
        return "tcp://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }

    @Override
    public void close() throws IOException {
        server.close();
        thread.interrupt();
    }

    private void serve() {
        try (SocketChannel channel = server.accept()) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            greet(channel);
            channel.configureBlocking(false);
            byte[] packet = packet();
            for (long due = System.nanoTime(); !Thread.interrupted(); due += nanosEach) {
                send(channel, packet);
                while (System.nanoTime() < due) {
                    Thread.onSpinWait();
                }
                if (nanosEach == 0) {
                    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
                }
            }
        } catch (IOException e) {
            // The client has gone: the measurement is over.
        }
    }

    /** CONNECT and SUBSCRIBE. */
    private void greet(SocketChannel channel) throws IOException {
        DataInputStream packets = new DataInputStream(channel.socket().getInputStream());
        read(packets);
        channel.write(ByteBuffer.wrap(version5 ? new byte[] {0x20, 3, 0, 0, 0} : new byte[] {0x20, 2, 0, 0}));
        byte[] subscribe = read(packets);
        channel.write(ByteBuffer.wrap(
                version5
                        ? new byte[] {(byte) 0x90, 4, subscribe[0], subscribe[1], 0, 1}
                        : new byte[] {(byte) 0x90, 3, subscribe[0], subscribe[1], 1}));
    }

    private void send(SocketChannel channel, byte[] packet) throws IOException {
        channel.read(in);
        in.flip();
        while (in.remaining() >= 2 && in.remaining() >= 2 + in.get(in.position() + 1)) {
            if ((in.get(in.position()) & 0xF0) == Packet.PUBACK) {
                acknowledged.incrementAndGet();
            }
            in.position(in.position() + 2 + in.get(in.position() + 1));
        }
        in.compact();
        int room = nanosEach == 0 ? out.remaining() / packet.length : 1;
        for (; room > 0 && sent - acknowledged.get() < WINDOW; room--) {
            int id = (int) (sent++ % 65_535) + 1;
            int at = out.position() + packet.length - PAYLOAD_BYTES - (version5 ? 3 : 2);
            out.put(packet).putShort(at, (short) id);
        }
        out.flip();
        channel.write(out);
        out.compact();
    }

    private byte[] packet() {
        byte[] topic = TOPIC.getBytes(UTF_8);
        byte[] body = ByteBuffer.allocate(2 + topic.length + (version5 ? 3 : 2) + PAYLOAD_BYTES)
                .putShort((short) topic.length)
                .put(topic)
                .array();
        return new Packet(Packet.PUBLISH | 2, body, 0).bytes();
    }

    private static byte[] read(DataInputStream in) throws IOException {
        in.readByte();
        // None of the two is longer.
        return in.readNBytes(in.readUnsignedByte());
    }
}
