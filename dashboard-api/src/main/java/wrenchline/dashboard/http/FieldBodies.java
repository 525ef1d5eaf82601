package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import wrenchline.core.desk.FieldAction;

/** Reads deeds of the page of a ticket. */
final class FieldBodies {

    private static final int LONGEST = 1000;

    private FieldBodies() {}

    /** The deed in {@code body}; empty when it is none, or one of its texts is too long. */
    static Optional<FieldAction> action(JsonNode body) {
        if (!body.isObject() || !body.valueStream().allMatch(FieldBodies::fits)) {
            return Optional.empty();
        }
        return switch (text(body, "type")) {
            case "accept" -> Optional.of(new FieldAction.Accept());
            case "refuse" -> Optional.of(new FieldAction.Refuse(text(body, "reason")));
            case "setOut" -> Optional.of(new FieldAction.SetOut());
            case "arrive" -> Optional.of(new FieldAction.Arrive(text(body, "code")));
            case "diagnose" -> Optional.of(new FieldAction.Diagnose(text(body, "finding"), text(body, "solution")));
            case "swapPart" ->
                Optional.of(
                        new FieldAction.SwapPart(text(body, "part"), text(body, "serialOut"), text(body, "serialIn")));
            case "finish" -> Optional.of(new FieldAction.Finish(text(body, "how"), text(body, "signedBy")));
            case String _ -> Optional.empty();
        };
    }

    private static boolean fits(JsonNode value) {
        return value.isTextual() && value.textValue().length() <= LONGEST;
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).asText("").strip();
    }
}
