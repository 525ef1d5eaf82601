package wrenchline.gateway.mqtt.paho;

import java.util.Arrays;

/**
 * A packet of MQTT 3.1.1.
 *
 * @param header its first byte
 * @param cut bytes that its body had more
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Packet(int header, byte[] body, int cut) {

    static final int PUBLISH = 0x30;
    static final int PUBACK = 0x40;
    static final int PINGREQ = 0xC0;
    static final int PINGRESP = 0xD0;

    /** The remaining length takes no more bytes than this. */
    static final int LENGTH_BYTES = 4;

    int type() {
        return header & 0xF0;
    }

    /** As it stands on the wire. */
    byte[] bytes() {
        byte[] head = new byte[1 + LENGTH_BYTES];
        head[0] = (byte) header;
        int count = 1;
        int left = body.length;
        do {
            int digit = left & 0x7F;
            left >>>= 7;
            head[count++] = (byte) (left > 0 ? digit | 0x80 : digit);
        } while (left > 0);
        byte[] whole = Arrays.copyOf(head, count + body.length);
        System.arraycopy(body, 0, whole, count, body.length);
        return whole;
    }
}
