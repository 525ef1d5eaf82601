package wrenchline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on loopback that nobody uses at the moment. */
public final class FreePorts {

    private FreePorts() {}

    public static int tcp() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("looking for a free TCP port", e);
        }
    }

    public static int udp() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("looking for a free UDP port", e);
        }
    }

    /** The first of {@code count} ports for speech, below those that the system hands out by itself. */
    public static int range(int count) {
        return 12_000 + 2 * ThreadLocalRandom.current().nextInt((30_000 - 12_000 - count) / 2);
    }
}
