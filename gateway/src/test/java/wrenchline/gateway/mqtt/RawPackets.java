package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The packets of a client, byte by byte.
 *
 * @param version 4 for MQTT 3.1.1, or 5
 */
record RawPackets(int version) {

    /** With version 5 the session lasts an hour. */
    byte[] connect(String id, boolean clean, int keepAlive, String username, String password) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        text(data, "MQTT");
        data.writeByte(version);
        data.writeByte(clean ? 0xC2 : 0xC0);
        data.writeShort(keepAlive);
        if (version == 5) {
            data.write(new byte[] {5, 0x11, 0, 0, 0x0E, 0x10});
        }
        text(data, id);
        text(data, username);
        text(data, password);
        return packet(0x10, body.toByteArray());
    }

    byte[] publish(String topic, int qos, int packet, byte[] payload) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        text(data, topic);
        if (qos > 0) {
            data.writeShort(packet);
        }
        if (version == 5) {
            data.writeByte(0);
        }
        data.write(payload);
        return packet(0x30 | (qos << 1), body.toByteArray());
    }

    /** @param options QoS, and with version 5 no local (4), retain as published (8) and retain handling (16, 32) */
    byte[] subscribe(String filter, int packet, int options) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeShort(packet);
        if (version == 5) {
            data.writeByte(0);
        }
        text(data, filter);
        data.writeByte(options);
        return packet(0x82, body.toByteArray());
    }

    /** With MQTT 5 at QoS 1. */
    static byte[] numberedSubscription(String filter, int packet, int number) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeShort(packet);
        data.write(new byte[] {2, 0x0B, (byte) number});
        text(data, filter);
        data.writeByte(1);
        return packet(0x82, body.toByteArray());
    }

    /** With MQTT 5, for a device that wants to prove who it is by {@code method}. */
    static byte[] connectBy(String method, String id) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        text(data, "MQTT");
        data.write(new byte[] {5, 2, 0, 0, (byte) (3 + method.length()), 0x15});
        text(data, method);
        text(data, id);
        return packet(0x10, body.toByteArray());
    }

    static byte[] packet(int header, byte[] body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(header);
        int left = body.length;
        do {
            int digit = left % 128;
            left /= 128;
            packet.write(left > 0 ? digit | 0x80 : digit);
        } while (left > 0);
        packet.write(body);
        return packet.toByteArray();
    }

    /** All of {@code packets} in one. */
    static byte[] together(byte[]... packets) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            all.write(packet);
        }
        return all.toByteArray();
    }

    private static void text(DataOutputStream data, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        data.writeShort(bytes.length);
        data.write(bytes);
    }
}
