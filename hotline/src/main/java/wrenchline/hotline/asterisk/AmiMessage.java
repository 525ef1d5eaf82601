package wrenchline.hotline.asterisk;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One message of the manager interface: lines {@code Name: value} up to an empty one. Only a name's first value is kept. */
record AmiMessage(Map<String, String> fields) {

    private static final int MOST_FIELDS = 200;

    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean isSuccess() {
        return get("Response").equals("Success");
    }

    /** Reads the next message; waits for it. */
    static AmiMessage read(BufferedReader reader) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isEmpty() && !fields.isEmpty()) {
                return new AmiMessage(fields);
            }
            int colon = line.indexOf(':');
            if (colon > 0 && fields.size() < MOST_FIELDS) {
                fields.putIfAbsent(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        throw new EOFException("the manager interface closed the connection");
    }

    /** As it goes over the wire. A line break inside a value would be another command: it is refused. */
    static String write(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> {
            if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException(
                        "writing " + name + " to the manager interface: it has a line break");
            }
            // Several variables are several lines of the same name.
            String key = name.startsWith("Variable") ? "Variable" : name;
            text.append(key).append(": ").append(value).append("\r\n");
        });
        return text.append("\r\n").toString();
    }
}
