package wrenchline.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;

/** Domain values as JSON text and back. The same value always gives the same text, which the hash chains rely on. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter SORTED = MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    private Json() {}

    /** {@code value} as a {@code type}: when that is sealed, the text names the record. */
    static <T> String write(Class<T> type, T value) {
        try {
            return MAPPER.writeValueAsString(JsonForm.of(type).write(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing a " + type.getSimpleName() + " as JSON", e);
        }
    }

    /** As {@link #write}, with the keys of every object sorted: whoever writes the same content gets the same text. */
    static <T> String writeSorted(Class<T> type, T value) {
        return sorted(JsonForm.of(type).write(value));
    }

    /** {@code node} without blanks and with sorted keys. */
    static String sorted(JsonNode node) {
        try {
            return SORTED.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing sorted JSON", e);
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
