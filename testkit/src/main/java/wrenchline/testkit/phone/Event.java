package wrenchline.testkit.phone;

import java.util.Map;

/** One message of the telephones' manager interface. */
record Event(Map<String, String> fields) {

    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean is(String event) {
        return get("Event").equals(event);
    }
}
