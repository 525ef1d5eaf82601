package wrenchline.testkit.sms;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads and writes the fields of a PDU. */
final class Octets {

    private Octets() {}

    /** Reads fields in their order. */
    static final class Reader {
        private final ByteBuffer buffer;

        Reader(byte[] body) {
            buffer = ByteBuffer.wrap(body);
        }

        int octet() {
            return buffer.get() & 0xff;
        }

        String text() {
            int start = buffer.position();
            while (buffer.get() != 0) {
                // to the end of the text
            }
            return new String(buffer.array(), start, buffer.position() - 1 - start, StandardCharsets.ISO_8859_1);
        }

        byte[] octets(int count) {
            byte[] octets = new byte[count];
            buffer.get(octets);
            return octets;
        }

        Map<Integer, byte[]> parameters() {
            Map<Integer, byte[]> parameters = new HashMap<>();
            while (buffer.remaining() >= 4) {
                int tag = buffer.getShort() & 0xffff;
                parameters.put(tag, octets(buffer.getShort() & 0xffff));
            }
            return parameters;
        }
    }

    /** Writes fields in their order. */
    static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Writer octet(int value) {
            bytes.write(value);
            return this;
        }

        Writer text(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(0);
            return this;
        }

        Writer octets(byte[] octets) {
            bytes.writeBytes(octets);
            return this;
        }

        Writer parameter(int tag, byte[] value) {
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .putShort((short) tag)
                    .putShort((short) value.length)
                    .array());
            return octets(value);
        }

        byte[] done() {
            return bytes.toByteArray();
        }
    }
}
