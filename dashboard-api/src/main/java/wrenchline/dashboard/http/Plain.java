package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** What JSON can say and a database, or another program, cannot hold: signs that are none, numbers without bounds. */
final class Plain {

    /** The largest that every program reads alike (RFC 8259, 6). */
    private static final double LARGEST = 9_007_199_254_740_991.0;

    private Plain() {}

    /** Whether {@code text} holds neither a zero character nor half of a surrogate pair. */
    static boolean is(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** What is wrong anywhere in {@code json}. */
    static Optional<String> fault(JsonNode json) {
        if (json.isTextual() && !is(json.textValue())) {
            return Optional.of("a text has a sign that no text can have");
        }
        if (json.isNumber() && !(Math.abs(json.doubleValue()) <= LARGEST)) {
            return Optional.of("a number is beyond " + (long) LARGEST);
        }
        Stream<String> names = json.propertyStream().map(property -> property.getKey());
        return names.anyMatch(name -> !is(name))
                ? Optional.of("a name has a sign that no text can have")
                : json.valueStream().map(Plain::fault).flatMap(Optional::stream).findFirst();
    }
}
