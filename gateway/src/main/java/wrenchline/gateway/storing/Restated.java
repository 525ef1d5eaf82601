package wrenchline.gateway.storing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.intake.Entry;
import wrenchline.gateway.payload.Sender;

/** A reading as a message that says the same: what arrived is not kept once it is understood, but may have to be mended. */
final class Restated {

    private Restated() {}

    static Entry.Original of(Reading reading) {
        String counter = reading.seq() == Reading.NO_SEQ ? "" : "\"seq\": " + reading.seq() + ", ";
        String values = new TreeMap<>(reading.values())
                .entrySet().stream().map(Restated::value).collect(Collectors.joining(", ", "{", "}"));
        String message = "{\"ts\": \"" + reading.at() + "\", " + counter + "\"values\": " + values + "}";
        return new Entry.Original(
                "history",
                new Sender.Machine(reading.equipment(), false),
                "equipment/" + reading.equipment() + "/telemetry",
                message.getBytes(StandardCharsets.UTF_8));
    }

    private static String value(Map.Entry<String, Double> value) {
        return '"' + value.getKey().replace("\\", "\\\\").replace("\"", "\\\"") + "\": " + value.getValue();
    }
}
