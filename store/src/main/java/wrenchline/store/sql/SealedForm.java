package wrenchline.store.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** One of the records that a sealed type permits: an object that names the record in {@code is}. */
final class SealedForm implements JsonForm {

    static final String TAG = "is";

    private final String name;
    private final Map<String, RecordForm> forms = new LinkedHashMap<>();

    SealedForm(Class<?> type) {
        this.name = type.getSimpleName();
        leaves(type).forEach(this::add);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(SealedForm::leaves) : Stream.of(type);
    }

    private void add(Class<?> leaf) {
        RecordForm form = new RecordForm(leaf);
        if (form.components().contains(TAG) || forms.put(leaf.getSimpleName(), form) != null) {
            throw new IllegalArgumentException(
                    "writing " + name + " as JSON: " + leaf.getSimpleName() + " is ambiguous");
        }
    }

    @Override
    public JsonNode write(Object value) {
        String tag = value.getClass().getSimpleName();
        ObjectNode object = Json.MAPPER.createObjectNode();
        object.put(TAG, tag);
        form(tag).writeInto(object, value);
        return object;
    }

    @Override
    public Object read(JsonNode node) {
        return form(node.path(TAG).asText()).readFields(node);
    }

    private RecordForm form(String tag) {
        RecordForm form = forms.get(tag);
        if (form == null) {
            throw new IllegalArgumentException("reading a " + name + ": '" + tag + "' is unknown");
        }
        return form;
    }
}
