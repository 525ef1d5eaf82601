package wrenchline.gateway.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import wrenchline.gateway.payload.Decoded.Fault;
import wrenchline.gateway.payload.Decoded.Rejected;

/** The streaming parser, with bounds on everything that a sender chooses. */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNumberLength(64)
                    .maxNameLength(256)
                    .maxStringLength(8192)
                    .build())
            // Read, so that the reason can say which value is NaN instead of 'not JSON'.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // Just as exact.
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // The names come from outside: kept for ever, they would fill the memory.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final int LONGEST_REASON = 300;

    private Json() {}

    /** Reads {@code payload}. */
    public static JsonParser parser(byte[] payload) throws IOException {
        return FACTORY.createParser(payload);
    }

    /** Takes one field of an object: {@code json} stands at its value, and at the value's end afterwards. */
    @FunctionalInterface
    interface Field {
        void take(String name, JsonParser json) throws IOException;
    }

    /** Reads a payload that is one object, to its end; empty, or why it is not. {@code what} says what it should be. */
    static Optional<Rejected> fields(JsonParser json, String what, Field each) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.of(rejected(what + " is a JSON object"));
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            each.take(name, json);
        }
        return json.nextToken() == null
                ? Optional.empty()
                : Optional.of(rejected("there is more after the first JSON value"));
    }

    /** An answer with {@code reason}, cut to a length that can be shown. */
    public static Rejected rejected(String reason) {
        return new Rejected(Fault.PAYLOAD, clipped(reason));
    }

    /** The answer to what {@code e} was thrown for. */
    public static Rejected notJson(IOException e) {
        String message = e instanceof JsonProcessingException syntax ? syntax.getOriginalMessage() : e.getMessage();
        return rejected("not readable as JSON: " + message);
    }

    /** Writes to {@code target}, which is closed with it. */
    static JsonGenerator generator(OutputStream target) throws IOException {
        return FACTORY.createGenerator(target);
    }

    /** The value at which {@code json} stands, read to its end, as JSON. */
    public static String copy(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.copyCurrentStructure(json);
        }
        return PlainText.of(text.toString());
    }

    /** {@code text} in quotes. */
    public static String string(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(PlainText.of(text))) + "\"";
    }

    /** A JSON object of {@code members}, whose values are JSON already. */
    public static String object(Map<String, String> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.writeStartObject();
            for (Map.Entry<String, String> member : members.entrySet()) {
                generator.writeFieldName(member.getKey());
                generator.writeRawValue(member.getValue());
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON into memory", e);
        }
        return text.toString();
    }

    /** {@code reason}, cut to a length that can be shown. */
    public static String clipped(String reason) {
        return PlainText.of(reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…");
    }
}
