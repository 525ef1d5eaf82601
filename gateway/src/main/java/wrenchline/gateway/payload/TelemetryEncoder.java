package wrenchline.gateway.payload;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A reading as a machine would send it: {@code {"values": {"oil_temp": 61.2}}}, without a time of its own. */
public final class TelemetryEncoder {

    private TelemetryEncoder() {}

    public static byte[] payload(Map<String, Double> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("values");
            for (Map.Entry<String, Double> value : values.entrySet()) {
                json.writeNumberField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a reading as JSON", e);
        }
        return bytes.toByteArray();
    }
}
