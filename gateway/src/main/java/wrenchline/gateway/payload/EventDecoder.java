package wrenchline.gateway.payload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.DeviceEvent;

/** {@code {"ts": ..., "code": "E042", "severity": "major", "text": "..."}}; only the code must be there. */
final class EventDecoder {

    private static final int LONGEST_CODE = 64;

    private final Instant received;
    private Instant at;
    private String code = "";
    private Severity severity = Severity.MINOR;
    private String text = "";
    private String fault = "";

    private EventDecoder(Instant received) {
        this.received = received;
        this.at = received;
    }

    static Decoded decode(EquipmentId equipment, byte[] payload, Instant received) {
        try (JsonParser json = Json.parser(payload)) {
            return new EventDecoder(received).read(json, equipment);
        } catch (IOException e) {
            return Json.notJson(e);
        }
    }

    private Decoded read(JsonParser json, EquipmentId equipment) throws IOException {
        Optional<Decoded.Rejected> unreadable = Json.fields(json, "an event", this::field);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            fault("code is missing or longer than " + LONGEST_CODE);
        }
        return fault.isEmpty()
                ? new Decoded.Event(new DeviceEvent(equipment, at, received, code, severity, text))
                : Json.rejected(fault);
    }

    private void field(String field, JsonParser json) throws IOException {
        switch (field) {
            case "ts" -> {
                switch (EventTime.read(json, received)) {
                    case EventTime.At(Instant instant) -> at = instant;
                    case EventTime.Wrong(String reason) -> fault(reason);
                }
            }
            case "code" -> code = scalar(json, "code").strip();
            case "severity" -> severity(scalar(json, "severity"));
            case "text" -> text = scalar(json, "text");
            default -> json.skipChildren();
        }
    }

    private void severity(String word) {
        Optional<Severity> known = Arrays.stream(Severity.values())
                .filter(one -> one.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
        known.ifPresentOrElse(one -> severity = one, () -> fault("severity is not minor, major or critical"));
    }

    /** A string, or a number as it is written; some controllers send their codes as numbers. */
    private String scalar(JsonParser json, String field) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING
                || token == JsonToken.VALUE_NUMBER_INT
                || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return PlainText.of(json.getText());
        }
        if (token != JsonToken.VALUE_NULL) {
            json.skipChildren();
            fault(field + " is not a string");
        }
        return "";
    }

    private void fault(String reason) {
        if (fault.isEmpty()) {
            fault = reason;
        }
    }
}
