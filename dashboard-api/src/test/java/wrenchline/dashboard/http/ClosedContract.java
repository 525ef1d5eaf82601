package wrenchline.dashboard.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The contract, but nothing may be answered that it does not name. As it is published it leaves room, so that clients do not break over
 * what is added later; what is answered today must be in it all the same.
 */
final class ClosedContract {

    private final Set<String> completedElsewhere = new HashSet<>();

    private ClosedContract() {}

    static Contract load() {
        JsonObject document = new JsonObject(new String(Contract.load().published(), StandardCharsets.UTF_8));
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        ClosedContract closing = new ClosedContract();
        closing.look(schemas);
        for (String name : schemas.fieldNames()) {
            closing.close(schemas.getJsonObject(name), closing.completedElsewhere.contains(name));
        }
        return new Contract(document.encode().getBytes(StandardCharsets.UTF_8));
    }

    /** Finds the schemas that others add to. */
    private void look(Object part) {
        if (part instanceof JsonObject object) {
            if (object.getValue("allOf") instanceof JsonArray all) {
                all.forEach(one -> {
                    String reference = ((JsonObject) one).getString("$ref", "");
                    completedElsewhere.add(reference.substring(reference.lastIndexOf('/') + 1));
                });
            }
            object.forEach(field -> look(field.getValue()));
        } else if (part instanceof JsonArray array) {
            array.forEach(this::look);
        }
    }

    private void close(Object part, boolean isCompletedElsewhere) {
        if (part instanceof JsonObject object) {
            boolean isPart = isCompletedElsewhere || object.containsKey("allOf");
            if (!isPart && object.containsKey("properties") && !object.containsKey("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            object.forEach(field -> close(field.getValue(), field.getKey().equals("allOf")));
        } else if (part instanceof JsonArray array) {
            array.forEach(one -> close(one, isCompletedElsewhere));
        }
    }
}
