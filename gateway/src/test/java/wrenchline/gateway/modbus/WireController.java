package wrenchline.gateway.modbus;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server to which a test gives its answers to whole requests, right or wrong. */
final class WireController implements AutoCloseable {

    /** Says nothing. */
    static final byte[] SILENCE = {};

    /** What is answered to a request, both with their headers. */
    @FunctionalInterface
    interface Behaviour {
        byte[] answer(byte[] request) throws IOException;
    }

    final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour;

    /** What was asked for. */
    record Request(int function, int address, int count) {

        static Request of(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 7, bytes.length - 7);
            return new Request(buffer.get(), Short.toUnsignedInt(buffer.getShort()), buffer.getShort());
        }
    }

    WireController(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("listening on a free port", e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void behave(Behaviour next) {
        behaviour = next;
    }

    /** Answers every request for registers with {@code words}, from the first that was asked for. */
    static Behaviour holding(int... words) {
        return request -> {
            ByteBuffer pdu = ByteBuffer.allocate(2 + 2 * words.length);
            pdu.put(request[7]).put((byte) (2 * words.length));
            for (int word : words) {
                pdu.putShort((short) word);
            }
            return framed(request, pdu.array());
        };
    }

    /** {@code pdu} as the answer to {@code request}. */
    static byte[] framed(byte[] request, byte... pdu) {
        return ByteBuffer.allocate(7 + pdu.length)
                .put(request, 0, 4)
                .putShort((short) (1 + pdu.length))
                .put(request[6])
                .put(pdu)
                .array();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                byte[] header = in.readNBytes(7);
                if (header.length < 7) {
                    return;
                }
                byte[] rest = in.readNBytes(ByteBuffer.wrap(header).getShort(4) - 1);
                byte[] request = ByteBuffer.allocate(7 + rest.length)
                        .put(header)
                        .put(rest)
                        .array();
                requests.add(Request.of(request));
                socket.getOutputStream().write(behaviour.answer(request));
            }
        } catch (IOException ended) {
            // As a controller that loses its power.
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing a controller", e);
        }
    }
}
