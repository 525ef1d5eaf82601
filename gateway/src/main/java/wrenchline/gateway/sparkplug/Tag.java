package wrenchline.gateway.sparkplug;

/** Field numbers and wire types of the schema, as they stand before each field: number times 8 plus wire type. */
final class Tag {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    static final int PAYLOAD_TIMESTAMP = 1 << 3 | VARINT;
    static final int PAYLOAD_METRIC = 2 << 3 | BYTES;
    static final int PAYLOAD_SEQ = 3 << 3 | VARINT;
    static final int PAYLOAD_UUID = 4 << 3 | BYTES;
    static final int PAYLOAD_BODY = 5 << 3 | BYTES;

    static final int METRIC_NAME = 1 << 3 | BYTES;
    static final int METRIC_ALIAS = 2 << 3 | VARINT;
    static final int METRIC_TIMESTAMP = 3 << 3 | VARINT;
    static final int METRIC_DATATYPE = 4 << 3 | VARINT;
    static final int METRIC_IS_NULL = 7 << 3 | VARINT;
    static final int METRIC_PROPERTIES = 9 << 3 | BYTES;
    static final int METRIC_INT = 10 << 3 | VARINT;
    static final int METRIC_LONG = 11 << 3 | VARINT;
    static final int METRIC_FLOAT = 12 << 3 | FIXED32;
    static final int METRIC_DOUBLE = 13 << 3 | FIXED64;
    static final int METRIC_BOOLEAN = 14 << 3 | VARINT;
    static final int METRIC_STRING = 15 << 3 | BYTES;
    static final int METRIC_BYTES = 16 << 3 | BYTES;
    static final int METRIC_DATASET = 17 << 3 | BYTES;
    static final int METRIC_TEMPLATE = 18 << 3 | BYTES;
    static final int METRIC_EXTENSION = 19 << 3 | BYTES;

    static final int PROPERTIES_KEY = 1 << 3 | BYTES;
    static final int PROPERTIES_VALUE = 2 << 3 | BYTES;
    static final int PROPERTY_INT = 3 << 3 | VARINT;
    static final int PROPERTY_LONG = 4 << 3 | VARINT;

    private Tag() {}
}
