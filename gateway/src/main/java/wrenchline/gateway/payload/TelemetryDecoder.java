package wrenchline.gateway.payload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Reading;

/**
 * One reading {@code {"ts": ..., "seq": ..., "values": {...}}} or an array of them. Text that is not JSON to its end is rejected
 * whole; of an array the elements that are no readings are named, and the others count.
 */
final class TelemetryDecoder {

    private TelemetryDecoder() {}

    static Decoded decode(EquipmentId equipment, byte[] payload, Instant received) {
        List<Reading> readings = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try (JsonParser json = Json.parser(payload)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
                    element(json, equipment, received, readings, faults, "element " + index + ": ");
                }
            } else if (first != null) {
                element(json, equipment, received, readings, faults, "");
            }
            if (json.nextToken() != null) {
                return Json.rejected("there is more after the first JSON value");
            }
        } catch (IOException e) {
            return Json.notJson(e);
        }
        String fault = faults.isEmpty() ? "" : Json.clipped(String.join("; ", faults));
        if (readings.isEmpty()) {
            return Json.rejected(fault.isEmpty() ? "there is no reading in it" : fault);
        }
        return new Decoded.Telemetry(equipment, readings, fault);
    }

    private static void element(
            JsonParser json,
            EquipmentId equipment,
            Instant received,
            List<Reading> readings,
            List<String> faults,
            String which)
            throws IOException {
        switch (ReadingElement.read(json, equipment, received)) {
            case ReadingElement.Good(Reading reading) -> readings.add(reading);
            case ReadingElement.Bad(String reason) -> {
                // The first few are enough for the person who mends it.
                if (faults.size() < 5) {
                    faults.add(which + reason);
                }
            }
        }
    }
}
