package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import wrenchline.gateway.Site;

/** A broker that does what the test says, packet by packet, and what no real one would. */
final class ScriptedBroker implements AutoCloseable {

    static final String TOPIC = "equipment/lift-01/telemetry";

    private static final int PATIENCE_MILLIS = 30_000;

    private final ServerSocket server;

    ScriptedBroker() throws IOException {
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    String url() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    /** The next connection, greeted and subscribed. */
    Link accept() throws IOException {
        Link link = acceptSilently();
        link.welcome(1);
        return link;
    }

    /** The next connection, whose CONNECT is not answered yet. */
    Link acceptSilently() throws IOException {
        return new Link(server.accept());
    }

    /** A PUBLISH of a reading. */
    static byte[] reading(int header, int packet, long seq) {
        String payload = "{\"ts\": 1764547200000, \"seq\": " + seq + ", \"values\": {\"oil_temp\": 50}}";
        return publication(TOPIC, header, packet, payload.getBytes(UTF_8));
    }

    static byte[] publication(String topic, int header, int packet, byte[] payload) {
        byte[] name = topic.getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(header);
        int left = 2 + name.length + 2 + payload.length;
        do {
            int digit = left & 0x7F;
            left >>>= 7;
            out.write(left > 0 ? digit | 0x80 : digit);
        } while (left > 0);
        out.writeBytes(new byte[] {0, (byte) name.length});
        out.writeBytes(name);
        out.writeBytes(new byte[] {(byte) (packet >>> 8), (byte) packet});
        out.writeBytes(payload);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** A SUBSCRIBE or PUBLISH. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Request(int header, byte[] body) {

        /** Whether {@code text} stands in it. */
        boolean says(String text) {
            return new String(body, UTF_8).contains(text);
        }
    }

    /** One connection of the client. */
    static final class Link implements AutoCloseable {

        final BlockingQueue<Integer> acknowledged = new LinkedBlockingQueue<>();
        /** The first byte and the rest of each SUBSCRIBE and PUBLISH, in the order in which they came. */
        final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

        /** What CONNECT said, behind its fixed header. */
        final byte[] connect;

        final AtomicInteger pings = new AtomicInteger();
        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;
        private volatile int grantedQos;
        private volatile boolean mute;
        private volatile boolean ended;

        private Link(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
            socket.setSoTimeout(PATIENCE_MILLIS);
            in.readByte();
            connect = body();
            socket.setSoTimeout(0);
        }

        /** Answers CONNECT, and whatever is asked from now on. */
        void welcome(int qosGranted) throws IOException {
            welcome(qosGranted, new byte[0]);
        }

        /** The same, with {@code more} behind CONNACK, before anything can have been subscribed to. */
        void welcome(int qosGranted, byte[] more) throws IOException {
            grantedQos = qosGranted;
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            answer.writeBytes(new byte[] {0x20, 2, 1, 0});
            answer.writeBytes(more);
            raw(answer.toByteArray());
            Thread.ofVirtual().start(this::answer);
        }

        /** Answers nothing any more, as if the network had gone. */
        void fallSilent() {
            mute = true;
        }

        void publish(int packet, long seq) throws IOException {
            raw(reading(0x32, packet, seq));
        }

        synchronized void raw(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        int nextAcknowledged() throws InterruptedException {
            return Site.next(acknowledged);
        }

        /** Waits until the client has closed the connection. */
        void awaitEnd() {
            Site.await(() -> ended);
        }

        private void answer() {
            try (this) {
                while (true) {
                    int header = in.readUnsignedByte();
                    byte[] body = body();
                    if ((header & 0xF0) == 0x30 || (header & 0xF0) == 0x80) {
                        requests.add(new Request(header, body));
                    }
                    answer(header, body);
                }
            } catch (IOException e) {
                ended = true;
            }
        }

        private void answer(int header, byte[] body) throws IOException {
            switch (header & 0xF0) {
                case 0x40 -> acknowledged.add(((body[0] & 0xFF) << 8) | (body[1] & 0xFF));
                case 0x30 -> {
                    if ((header & 0x06) != 0) {
                        int packetAt = 2 + (((body[0] & 0xFF) << 8) | (body[1] & 0xFF));
                        send(new byte[] {0x40, 2, body[packetAt], body[packetAt + 1]});
                    }
                }
                case 0x80 -> send(new byte[] {(byte) 0x90, 3, body[0], body[1], (byte) grantedQos});
                case 0xC0 -> {
                    pings.incrementAndGet();
                    send(new byte[] {(byte) 0xD0, 0});
                }
                default -> {}
            }
        }

        private void send(byte[] packet) throws IOException {
            if (!mute) {
                raw(packet);
            }
        }

        private byte[] body() throws IOException {
            int length = 0;
            int digit;
            int shift = 0;
            do {
                digit = in.readUnsignedByte();
                length |= (digit & 0x7F) << shift;
                shift += 7;
            } while ((digit & 0x80) != 0);
            return in.readNBytes(length);
        }

        /** Ends the connection without a word. */
        void drop() throws IOException {
            socket.close();
        }

        @Override
        public void close() throws IOException {
            drop();
        }
    }
}
