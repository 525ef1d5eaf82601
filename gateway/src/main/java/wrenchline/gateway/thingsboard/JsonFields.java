package wrenchline.gateway.thingsboard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import wrenchline.gateway.payload.Json;

/** The texts of a small JSON object. */
final class JsonFields {

    private JsonFields() {}

    /** By name; what is no text is left out, and so is everything when it is no JSON object. */
    static Map<String, String> of(byte[] payload) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = Json.parser(payload)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    fields.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
            return fields;
        } catch (IOException e) {
            return Map.of();
        }
    }
}
