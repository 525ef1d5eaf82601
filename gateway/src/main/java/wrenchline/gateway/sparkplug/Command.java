package wrenchline.gateway.sparkplug;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** What a host sends to nodes. */
final class Command {

    private static final String REBIRTH = "Node Control/Rebirth";
    private static final int BOOLEAN = 11;

    private Command() {}

    /** The payload that asks a node for its births. A command has no sequence number. */
    static byte[] rebirth(Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeUInt64(Tag.PAYLOAD_TIMESTAMP >>> 3, now.toEpochMilli());
            out.writeByteArray(Tag.PAYLOAD_METRIC >>> 3, metric(now));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a command into memory", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] metric(Instant now) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeString(Tag.METRIC_NAME >>> 3, REBIRTH);
        out.writeUInt64(Tag.METRIC_TIMESTAMP >>> 3, now.toEpochMilli());
        out.writeUInt32(Tag.METRIC_DATATYPE >>> 3, BOOLEAN);
        out.writeBool(Tag.METRIC_BOOLEAN >>> 3, true);
        out.flush();
        return bytes.toByteArray();
    }
}
