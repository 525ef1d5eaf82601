package wrenchline.gateway.sparkplug;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The properties of a metric, of which only {@code Quality} matters here. */
final class Properties {

    private Properties() {}

    /** Reads a property set; {@link Metric#GOOD} when it says nothing of the quality. */
    static int quality(CodedInputStream in) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        List<String> keys = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case Tag.PROPERTIES_KEY -> keys.add(in.readStringRequireUtf8());
                case Tag.PROPERTIES_VALUE -> values.add(whole(in));
                default -> in.skipField(tag);
            }
        }
        in.popLimit(outer);
        int index = keys.indexOf("Quality");
        return index >= 0 && index < values.size() ? values.get(index).intValue() : Metric.GOOD;
    }

    /** A property's value, if it is a whole number. */
    private static long whole(CodedInputStream in) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        long value = Metric.GOOD;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case Tag.PROPERTY_INT, Tag.PROPERTY_LONG -> value = in.readUInt64();
                default -> in.skipField(tag);
            }
        }
        in.popLimit(outer);
        return value;
    }
}
