package wrenchline.gateway.sparkplug;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Writes payloads as a node does. */
final class Payloads {

    static final int INT32 = 3;
    static final int UINT64 = 8;
    static final int FLOAT = 9;
    static final int DOUBLE = 10;
    static final int BOOLEAN = 11;
    static final int STRING = 12;

    private Payloads() {}

    /** Writes fields. */
    interface Fields {
        void to(CodedOutputStream out) throws IOException;
    }

    static byte[] message(Fields... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            for (Fields one : fields) {
                one.to(out);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] payload(long timestamp, long seq, Fields... metrics) {
        List<Fields> all = Arrays.asList(metrics);
        return message(out -> {
            out.writeUInt64(1, timestamp);
            for (Fields metric : all) {
                out.writeByteArray(2, message(metric));
            }
            if (seq != Payload.NONE) {
                out.writeUInt64(3, seq);
            }
        });
    }

    static Fields name(String name) {
        return out -> out.writeString(1, name);
    }

    static Fields alias(long alias) {
        return out -> out.writeUInt64(2, alias);
    }

    static Fields at(long timestamp) {
        return out -> out.writeUInt64(3, timestamp);
    }

    static Fields type(int datatype) {
        return out -> out.writeUInt32(4, datatype);
    }

    static Fields isNull() {
        return out -> out.writeBool(7, true);
    }

    static Fields quality(int quality) {
        return out -> out.writeByteArray(9, message(set -> {
            set.writeString(1, "Quality");
            set.writeByteArray(2, message(property -> {
                property.writeUInt32(1, INT32);
                property.writeUInt32(3, quality);
            }));
        }));
    }

    static Fields whole(int value) {
        return out -> out.writeUInt32(10, value);
    }

    static Fields large(long value) {
        return out -> out.writeUInt64(11, value);
    }

    static Fields single(float value) {
        return out -> out.writeFloat(12, value);
    }

    static Fields real(double value) {
        return out -> out.writeDouble(13, value);
    }

    static Fields truth(boolean value) {
        return out -> out.writeBool(14, value);
    }

    static Fields text(String value) {
        return out -> out.writeString(15, value);
    }

    static Fields metric(Fields... fields) {
        return out -> {
            for (Fields one : fields) {
                one.to(out);
            }
        };
    }

    static Fields bdSeq(long number) {
        return metric(name("bdSeq"), type(UINT64), large(number));
    }
}
