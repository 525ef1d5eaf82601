package wrenchline.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on loopback that nobody uses at the moment. */
public final class FreePorts {

    private static final int FIRST_FOR_SPEECH = 12_000;
    private static final int FIRST = 30_000;

    /** From 32,768 on the system takes ports for connections that go out. */
    private static final int LAST = 32_768;

    private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    public static int tcp() {
        return find("TCP", port -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    }

    public static int udp() {
        return find("UDP", port -> new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    /** The first of {@code count} ports for speech. */
    public static int range(int count) {
        return FIRST_FOR_SPEECH + 2 * ThreadLocalRandom.current().nextInt((FIRST - FIRST_FOR_SPEECH - count) / 2);
    }

    /** A port that can be bound now, that was not given to anybody before, and that the system never hands out by itself. */
    private static int find(String protocol, Binding binding) {
        for (int tries = 0; tries < LAST - FIRST; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (GIVEN.add(protocol + port) && isFree(binding, port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free " + protocol + " port from " + FIRST + " to " + LAST);
    }

    private static boolean isFree(Binding binding, int port) {
        try (Closeable _ = binding.bind(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private interface Binding {
        Closeable bind(int port) throws IOException;
    }
}
