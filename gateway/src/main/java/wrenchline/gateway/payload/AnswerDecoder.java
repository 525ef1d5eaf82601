package wrenchline.gateway.payload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandId;
import wrenchline.core.equipment.EquipmentId;

/** {@code {"id": "…", "ok": false, "reason": "…"}}: what a device says of a command; only the reason may be left out. */
final class AnswerDecoder {

    private Optional<CommandId> id = Optional.empty();
    private Optional<Boolean> ok = Optional.empty();
    private String reason = "";

    private AnswerDecoder() {}

    static Decoded decode(EquipmentId equipment, byte[] payload) {
        try (JsonParser json = Json.parser(payload)) {
            return new AnswerDecoder().read(json, equipment);
        } catch (IOException e) {
            return Json.notJson(e);
        }
    }

    private Decoded read(JsonParser json, EquipmentId equipment) throws IOException {
        Optional<Decoded.Rejected> unreadable = Json.fields(json, "an answer to a command", this::field);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        if (id.isEmpty()) {
            return Json.rejected("id is missing or is not that of a command");
        }
        return ok.<Decoded>map(done -> new Decoded.Answer(new CommandAnswer(equipment, id.get(), done, reason)))
                .orElseGet(() -> Json.rejected("ok is neither true nor false"));
    }

    private void field(String field, JsonParser json) throws IOException {
        switch (field) {
            case "id" ->
                id = json.currentToken() == JsonToken.VALUE_STRING ? commandId(json.getText()) : Optional.empty();
            case "ok" -> ok = json.currentToken().isBoolean() ? Optional.of(json.getBooleanValue()) : Optional.empty();
            case "reason" -> reason = json.currentToken() == JsonToken.VALUE_STRING ? Json.clipped(json.getText()) : "";
            default -> {}
        }
        json.skipChildren();
    }

    private static Optional<CommandId> commandId(String text) {
        try {
            return Optional.of(new CommandId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
