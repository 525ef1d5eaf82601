package wrenchline.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The few MQTT 3.1.1 packets that publishers and subscribers need. */
final class Packets {

    static final int CONNACK = 0x20;
    static final int PUBLISH = 0x30;
    static final int PUBACK = 0x40;
    static final int SUBACK = 0x90;
    static final int PUBACK_LENGTH = 4;

    private static final int CONNECT = 0x10;
    private static final int SUBSCRIBE = 0x82;
    private static final int QOS_1 = 0x02;

    private Packets() {}

    /** A clean session without keep-alive; without credentials when {@code username} is empty. */
    static byte[] connect(String clientId, String username, String password) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, "MQTT");
        body.write(4);
        body.write(username.isEmpty() ? 0x02 : 0xC2);
        body.write(0);
        body.write(0);
        text(body, clientId);
        if (!username.isEmpty()) {
            text(body, username);
            text(body, password);
        }
        return packet(CONNECT, body.toByteArray());
    }

    static byte[] subscribe(String filter) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0);
        body.write(1);
        text(body, filter);
        body.write(1);
        return packet(SUBSCRIBE, body.toByteArray());
    }

    /** At QoS 1, with packet id 0, which stands in the two bytes before the payload. */
    static byte[] publish(String topic, byte[] payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, topic);
        body.write(0);
        body.write(0);
        body.writeBytes(payload);
        return packet(PUBLISH | QOS_1, body.toByteArray());
    }

    static void puback(ByteBuffer out, int id) {
        out.putInt(PUBACK << 24 | 2 << 16 | id);
    }

    /** The length of the whole packet that begins at {@code at}, or -1 when {@code in} does not hold all of it. */
    static int length(ByteBuffer in, int at) {
        int length = 0;
        int shift = 0;
        for (int index = at + 1; index < in.limit(); index++, shift += 7) {
            int digit = in.get(index);
            length |= (digit & 0x7F) << shift;
            if (digit >= 0) {
                int whole = index + 1 - at + length;
                return at + whole <= in.limit() ? whole : -1;
            }
        }
        return -1;
    }

    private static byte[] packet(int header, byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(header);
        int left = body.length;
        do {
            int digit = left & 0x7F;
            left >>>= 7;
            packet.write(left > 0 ? digit | 0x80 : digit);
        } while (left > 0);
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        out.write(bytes.length >>> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }
}
