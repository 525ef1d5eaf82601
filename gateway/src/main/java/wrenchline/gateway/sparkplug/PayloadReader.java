package wrenchline.gateway.sparkplug;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import wrenchline.gateway.payload.Decimal;

/**
 * Reads the protobuf schema of Eclipse Tahu field by field; fields that a host does not need are skipped, also those that are added
 * to the schema one day.
 */
final class PayloadReader {

    private static final int MOST_METRICS = 10_000;

    private PayloadReader() {}

    /** @throws IOException when {@code bytes} is no payload */
    static Payload read(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        List<Metric> metrics = new ArrayList<>();
        long timestamp = Payload.NONE;
        long seq = Payload.NONE;
        String uuid = "";
        byte[] body = new byte[0];
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case Tag.PAYLOAD_TIMESTAMP -> timestamp = in.readUInt64();
                case Tag.PAYLOAD_METRIC -> metrics.add(metric(in));
                case Tag.PAYLOAD_SEQ -> seq = in.readUInt64();
                case Tag.PAYLOAD_UUID -> uuid = in.readStringRequireUtf8();
                case Tag.PAYLOAD_BODY -> body = in.readByteArray();
                default -> in.skipField(tag);
            }
            if (metrics.size() > MOST_METRICS) {
                throw new IOException("more than " + MOST_METRICS + " metrics");
            }
        }
        return new Payload(timestamp, seq, metrics, uuid, body);
    }

    private static Metric metric(CodedInputStream in) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        String name = "";
        long alias = Payload.NONE;
        long timestamp = Payload.NONE;
        int datatype = 0;
        boolean isNull = false;
        int quality = Metric.GOOD;
        Value value = new Value.None();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case Tag.METRIC_NAME -> name = in.readStringRequireUtf8();
                case Tag.METRIC_ALIAS -> alias = in.readUInt64();
                case Tag.METRIC_TIMESTAMP -> timestamp = in.readUInt64();
                case Tag.METRIC_DATATYPE -> datatype = in.readUInt32();
                case Tag.METRIC_IS_NULL -> isNull = in.readBool();
                case Tag.METRIC_PROPERTIES -> quality = Properties.quality(in);
                case Tag.METRIC_INT -> value = new Value.Whole(Integer.toUnsignedLong(in.readUInt32()));
                case Tag.METRIC_LONG -> value = new Value.Whole(in.readUInt64());
                case Tag.METRIC_FLOAT -> value = new Value.Real(Decimal.of(in.readFloat()));
                case Tag.METRIC_DOUBLE -> value = new Value.Real(in.readDouble());
                case Tag.METRIC_BOOLEAN -> value = new Value.Truth(in.readBool());
                case Tag.METRIC_STRING -> value = new Value.Text(in.readStringRequireUtf8());
                case Tag.METRIC_BYTES, Tag.METRIC_DATASET, Tag.METRIC_TEMPLATE, Tag.METRIC_EXTENSION -> {
                    in.skipField(tag);
                    value = new Value.Other();
                }
                default -> in.skipField(tag);
            }
        }
        in.popLimit(outer);
        return new Metric(name, alias, timestamp, datatype, isNull, quality, value);
    }
}
