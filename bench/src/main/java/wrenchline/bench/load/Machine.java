package wrenchline.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * One publishing machine. Its message is encoded once: about 190 bytes of JSON with five metrics of a two-post lift within their
 * limits, of which only the digits of time, counter and values change.
 */
public final class Machine {

    private static final String PAYLOAD = """
            {"ts": 0000000000000, "seq": 1000000000, "values": {"oil_temp": 41.000000, "pressure": 148.000000, \
            "motor_power": 2411.000000, "vibration": 0.500000, "cooling_efficiency": 47.000000}}""";

    /** Counted from here, so that the counter always has the same number of digits. */
    private static final int FIRST_SEQ = 1_000_000_000;

    private static final int TS_DIGITS = 13;
    private static final int SEQ_DIGITS = 10;

    private final String id;
    private final byte[] packet;
    private final int idAt;
    private final int tsAt;
    private final int seqEnd;
    private final int[] fractionsAt;
    private final BitSet acknowledged = new BitSet();
    private int published;

    Machine(String id) {
        this.id = id;
        this.packet = Packets.publish("equipment/" + id + "/telemetry", PAYLOAD.getBytes(ISO_8859_1));
        int payloadAt = packet.length - PAYLOAD.length();
        this.idAt = payloadAt - 2;
        this.tsAt = payloadAt + PAYLOAD.indexOf('0');
        this.seqEnd = payloadAt + PAYLOAD.indexOf("1000000000") + SEQ_DIGITS;
        this.fractionsAt = fractions(payloadAt);
    }

    /** Puts the next message into {@code out}, which has room for it, and returns its number, counted from 0. */
    int encode(ByteBuffer out, int packetId, Now now) {
        packet[idAt] = (byte) (packetId >>> 8);
        packet[idAt + 1] = (byte) packetId;
        System.arraycopy(now.digits(), 0, packet, tsAt, TS_DIGITS);
        for (int metric = 0; metric < fractionsAt.length; metric++) {
            int at = fractionsAt[metric];
            packet[at] = digit(published / 10 + metric);
            packet[at + 1] = digit(published + 3 * metric);
        }
        out.put(packet);
        countUp();
        return published++;
    }

    void acknowledged(int number) {
        acknowledged.set(number);
    }

    /** What the topic calls it. */
    public String id() {
        return id;
    }

    /** Bytes of one packet. */
    int size() {
        return packet.length;
    }

    /** Messages sent, acknowledged or not. */
    public int published() {
        return published;
    }

    /** The counters ({@code seq}) of the messages that were acknowledged, less {@link #firstSeq}. */
    public BitSet acknowledged() {
        return (BitSet) acknowledged.clone();
    }

    /** The {@code seq} of message 0. */
    public static long firstSeq() {
        return FIRST_SEQ;
    }

    private void countUp() {
        int at = seqEnd - 1;
        while (packet[at] == '9') {
            packet[at--] = '0';
        }
        packet[at]++;
    }

    private static byte digit(int number) {
        return (byte) ('0' + number % 10);
    }

    private static int[] fractions(int payloadAt) {
        int[] dots = new int[5];
        int at = -1;
        for (int metric = 0; metric < dots.length; metric++) {
            at = PAYLOAD.indexOf('.', at + 1);
            dots[metric] = payloadAt + at + 1;
        }
        return dots;
    }

    /** The time of day as digits, which are the same for all messages of one millisecond. */
    static final class Now {

        private final byte[] digits = new byte[TS_DIGITS];
        private long millis;

        void tick() {
            long now = System.currentTimeMillis();
            if (now != millis) {
                millis = now;
                for (int at = TS_DIGITS - 1; at >= 0; at--, now /= 10) {
                    digits[at] = digit((int) (now % 10));
                }
            }
        }

        private byte[] digits() {
            return digits;
        }
    }
}
