package wrenchline.gateway.mqtt;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;

/** Speaks MQTT byte by byte: for what no client library would send, and for the order of what comes back. */
final class RawDevice implements AutoCloseable {

    static final int CONNACK = 0x20;
    static final int PUBLISH = 0x30;
    static final int PUBACK = 0x40;
    static final int PUBREC = 0x50;
    static final int PUBCOMP = 0x70;
    static final int SUBACK = 0x90;
    static final int PINGRESP = 0xD0;
    static final int DISCONNECT = 0xE0;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final RawPackets packets;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Packet(int type, int flags, byte[] body) {
        int id() {
            return ((body[0] & 0xFF) << 8) | (body[1] & 0xFF);
        }
    }

    RawDevice(int port, int version) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setSoTimeout(20_000);
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
        this.packets = new RawPackets(version);
    }

    static RawDevice connected(int port, int version, String id, boolean clean) throws IOException {
        RawDevice device = new RawDevice(port, version);
        device.connect(id, clean, 0, EndpointFixture.PASSWORD);
        return device;
    }

    Packet connect(String id, boolean clean, int keepAlive, String password) throws IOException {
        sendConnect(id, clean, keepAlive, password);
        return receive();
    }

    Packet connect(String id, boolean clean, int keepAlive, String username, String password) throws IOException {
        sendConnect(id, clean, keepAlive, username, password);
        return receive();
    }

    void sendConnect(String id, boolean clean, int keepAlive, String password) throws IOException {
        sendConnect(id, clean, keepAlive, EndpointFixture.USERNAME, password);
    }

    void sendConnect(String id, boolean clean, int keepAlive, String username, String password) throws IOException {
        raw(packets.connect(id, clean, keepAlive, username, password));
    }

    void publish(String topic, int qos, int packet, byte[] payload) throws IOException {
        raw(packets.publish(topic, qos, packet, payload));
    }

    /** Announces a message of {@code length} bytes of payload and sends only the first few: a server can refuse it right away. */
    void beginPublish(String topic, int length) throws IOException {
        raw(Arrays.copyOf(packets.publish(topic, 1, 1, new byte[length]), topic.length() + 20));
    }

    void acknowledge(int packet) throws IOException {
        send(0x40, new byte[] {(byte) (packet >> 8), (byte) packet});
    }

    void release(int packet) throws IOException {
        send(0x62, new byte[] {(byte) (packet >> 8), (byte) packet});
    }

    void subscribe(String filter, int packet) throws IOException {
        subscribe(filter, packet, 1);
    }

    /** @param options QoS, and with version 5 no local (4), retain as published (8) and retain handling (16, 32) */
    void subscribe(String filter, int packet, int options) throws IOException {
        raw(packets.subscribe(filter, packet, options));
    }

    void send(int header, byte[] body) throws IOException {
        raw(RawPackets.packet(header, body));
    }

    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** The next packet; throws {@link java.io.EOFException} when the connection is closed. */
    Packet receive() throws IOException {
        int header = in.readUnsignedByte();
        int length = 0;
        int digit;
        int shift = 0;
        do {
            digit = in.readUnsignedByte();
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while ((digit & 0x80) != 0);
        return new Packet(header & 0xF0, header & 0x0F, in.readNBytes(length));
    }

    /** Whether something has arrived that was not read yet. */
    boolean hasMail() throws IOException {
        return in.available() > 0;
    }

    /** Ends the connection without a farewell. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        if (!socket.isClosed()) {
            vanish();
        }
    }
}
