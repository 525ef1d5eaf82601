package wrenchline.core.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** Parts that are written under their names, so that those of a model that was changed meanwhile go on and new ones begin afresh. */
final class Named {

    private static final int MOST = 4096;

    private Named() {}

    @FunctionalInterface
    interface Writing<T> {
        void write(T part, DataOutput out) throws IOException;
    }

    @FunctionalInterface
    interface Reading<T> {
        void read(T part, DataInput in) throws IOException;
    }

    static <T> void write(DataOutput out, Map<String, T> parts, Writing<T> writing) throws IOException {
        out.writeInt(parts.size());
        for (Map.Entry<String, T> part : parts.entrySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writing.write(part.getValue(), new DataOutputStream(bytes));
            out.writeUTF(part.getKey());
            out.writeInt(bytes.size());
            out.write(bytes.toByteArray());
        }
    }

    static <T> void read(DataInput in, Map<String, T> parts, Reading<T> reading) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("a state of " + count + " parts");
        }
        for (int index = 0; index < count; index++) {
            T part = parts.get(in.readUTF());
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            if (part != null) {
                reading.read(part, new DataInputStream(new ByteArrayInputStream(bytes)));
            }
        }
    }
}
