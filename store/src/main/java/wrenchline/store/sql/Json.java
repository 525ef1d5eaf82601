package wrenchline.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Domain values as JSON text and back. The same value always gives the same text, which the hash chains rely on. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** {@code value} as a {@code type}: when that is sealed, the text names the record. */
    static <T> String write(Class<T> type, T value) {
        try {
            return MAPPER.writeValueAsString(JsonForm.of(type).write(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing a " + type.getSimpleName() + " as JSON", e);
        }
    }

    /**
     * The {@code type} that was written as {@code text}.
     *
     * @throws IllegalArgumentException when the text is none
     */
    static <T> T read(Class<T> type, String text) {
        try {
            return type.cast(JsonForm.of(type).read(MAPPER.readTree(text)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("reading a " + type.getSimpleName() + ": this is no JSON", e);
        }
    }
}
