package wrenchline.gateway.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import wrenchline.gateway.payload.Decoded.Fault;
import wrenchline.gateway.payload.Decoded.Rejected;

/** The streaming parser, with bounds on everything that a sender chooses. */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNumberLength(64)
                    .maxNameLength(256)
                    .maxStringLength(8192)
                    .build())
            // Read, so that the reason can say which value is NaN instead of 'not JSON'.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // The names come from outside: kept for ever, they would fill the memory.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final int LONGEST_REASON = 300;

    private Json() {}

    static JsonParser parser(byte[] payload) throws IOException {
        return FACTORY.createParser(payload);
    }

    static Rejected rejected(String reason) {
        return new Rejected(Fault.PAYLOAD, clipped(reason));
    }

    static Rejected notJson(IOException e) {
        String message = e instanceof JsonProcessingException syntax ? syntax.getOriginalMessage() : e.getMessage();
        return rejected("not readable as JSON: " + message);
    }

    static String clipped(String reason) {
        return PlainText.of(reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…");
    }
}
