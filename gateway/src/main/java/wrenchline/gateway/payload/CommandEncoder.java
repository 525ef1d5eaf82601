package wrenchline.gateway.payload;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import wrenchline.core.command.Command;
import wrenchline.core.command.Order;

/**
 * A command as its device gets it: {@code {"id": "…", "kind": "SetLimit", "metric": "oil_temp", …, "expires": 1732350000000}}, the time in
 * milliseconds.
 */
public final class CommandEncoder {

    private CommandEncoder() {}

    /** Where {@code command} is published. */
    public static String topic(Command command) {
        return PayloadDecoder.TOPIC_ROOT + command.equipment() + "/command";
    }

    public static byte[] payload(Command command) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartObject();
            json.writeStringField("id", command.id().toString());
            json.writeStringField("kind", command.order().getClass().getSimpleName());
            order(command.order(), json);
            json.writeNumberField("expires", command.expires().toEpochMilli());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing command " + command.id() + " as JSON", e);
        }
        return bytes.toByteArray();
    }

    private static void order(Order order, JsonGenerator json) throws IOException {
        switch (order) {
            case Order.SetLimit(String metric, String failureMode, double value) -> {
                json.writeStringField("metric", metric);
                json.writeStringField("failureMode", failureMode);
                json.writeNumberField("value", value);
            }
            case Order.InhibitStart(String reason) -> json.writeStringField("reason", reason);
            case Order.ReleaseStart(), Order.Rebirth() -> {}
            case Order.Custom(String name, String payload) -> {
                json.writeStringField("name", name);
                json.writeFieldName("payload");
                json.writeRawValue(payload);
            }
        }
    }
}
