package wrenchline.gateway.thingsboard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wrenchline.core.reading.Devices.Attribute;
import wrenchline.gateway.payload.Json;

/**
 * A device's question for its attributes: {@code {"clientKeys": "a,b", "sharedKeys": "c"}}. We know those that the device itself
 * told; shared ones, which ThingsBoard's users set, do not exist here.
 */
record AttributeRequest(Predicate<String> wanted) {

    static AttributeRequest of(byte[] payload) {
        Map<String, String> fields = JsonFields.of(payload);
        if (!fields.containsKey("clientKeys") && !fields.containsKey("sharedKeys")) {
            return new AttributeRequest(name -> true);
        }
        Set<String> names =
                Set.copyOf(List.of(fields.getOrDefault("clientKeys", "").split(",")));
        return new AttributeRequest(names::contains);
    }

    /** {@code {"client": {...}}}; an empty object when there are none. */
    String answer(List<Attribute> known) {
        Map<String, String> client = known.stream()
                .filter(attribute -> wanted.test(attribute.name()))
                .collect(Collectors.toMap(Attribute::name, Attribute::value));
        return Json.object(client.isEmpty() ? Map.of() : Map.of("client", Json.object(client)));
    }
}
