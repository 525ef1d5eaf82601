package wrenchline.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Subscribes at QoS 1, acknowledges everything at once, counts it, and does nothing else: the cheapest consumer there can be. */
public final class Subscriber implements AutoCloseable {

    private static final int BYTES = 256 * 1024;

    /** Less often than messages come, so that one read and one write serve many of them. */
    private static final long TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private final SocketChannel channel;
    private final Thread thread =
            Thread.ofPlatform().name("do-nothing subscriber").unstarted(this::run);
    private final ByteBuffer in = ByteBuffer.allocateDirect(BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BYTES);
    private final AtomicLong received = new AtomicLong();
    private volatile String trouble = "";

    private Subscriber(SocketChannel channel) {
        this.channel = channel;
    }

    /** Connects to where {@code load} goes, and subscribes to {@code filter}. */
    public static Subscriber connect(Load load, String filter) throws IOException {
        SocketChannel channel = Handshake.begin(load, "do-nothing");
        Handshake.finish(channel);
        Handshake.subscribe(channel, filter);
        Subscriber subscriber = new Subscriber(channel);
        subscriber.thread.start();
        return subscriber;
    }

    /** Messages received and acknowledged. */
    public long received() {
        if (!trouble.isEmpty()) {
            throw new IllegalStateException("subscribing: " + trouble);
        }
        return received.get();
    }

    /** What it took itself. */
    public Duration cpu() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void run() {
        try {
            while (channel.read(in) >= 0) {
                acknowledgeAll();
                while (out.hasRemaining()) {
                    channel.write(out);
                }
                out.clear();
                LockSupport.parkNanos(TURN_NANOS);
            }
            trouble = "the broker closed the connection";
        } catch (ClosedChannelException closed) {
            trouble = "closed";
        } catch (IOException e) {
            trouble = e.toString();
        }
    }

    private void acknowledgeAll() {
        in.flip();
        int at = 0;
        int count = 0;
        for (int length = Packets.length(in, at); length > 0; length = Packets.length(in, at)) {
            if ((in.get(at) & 0xF0) == Packets.PUBLISH) {
                count++;
                acknowledge(at);
            }
            at += length;
        }
        in.position(at);
        in.compact();
        out.flip();
        received.addAndGet(count);
    }

    private void acknowledge(int at) {
        int qos = in.get(at) >>> 1 & 3;
        if (qos == 1) {
            int body = at + 1;
            while (in.get(body) < 0) {
                body++;
            }
            int topic = in.getShort(body + 1) & 0xFFFF;
            Packets.puback(out, in.getShort(body + 3 + topic) & 0xFFFF);
        }
    }
}
