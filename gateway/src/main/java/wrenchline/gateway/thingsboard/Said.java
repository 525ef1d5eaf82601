package wrenchline.gateway.thingsboard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.EventTime;
import wrenchline.gateway.payload.Json;

/** What one message says of one machine. */
final class Said {

    /** The first few are enough for the person who mends it. */
    private static final int MOST_FAULTS = 5;

    private final EquipmentId equipment;
    private final Instant received;
    private final List<Reading> readings = new ArrayList<>();
    private final TreeMap<Instant, Map<String, String>> attributes = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    Said(EquipmentId equipment, Instant received) {
        this.equipment = equipment;
        this.received = received;
    }

    /** Reads one element of telemetry or an array of them, always to its end. */
    void telemetry(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            element(json);
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element(json);
        }
    }

    /** {@code {"ts": ..., "values": {...}}}, or the values alone. */
    private void element(JsonParser json) throws IOException {
        if (isNoObject(json)) {
            return;
        }
        @Nullable EventTime time = null;
        KeyValues bare = new KeyValues(this::fault);
        @Nullable KeyValues dated = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("ts")) {
                time = value == JsonToken.VALUE_NULL ? null : EventTime.read(json, received);
            } else if (name.equals("values") && value == JsonToken.START_OBJECT) {
                dated = new KeyValues(this::fault);
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String metric = json.currentName();
                    json.nextToken();
                    dated.measured(metric, json);
                }
            } else {
                bare.measured(name, json);
            }
        }
        keep(time, dated == null ? bare : dated);
    }

    /** @param time null when the message held none */
    private void keep(@Nullable EventTime time, KeyValues values) {
        switch (time) {
            case null -> keep(Reading.undated(equipment, received, Reading.NO_SEQ, values.numbers()), values);
            case EventTime.At(Instant at) ->
                keep(Reading.dated(equipment, at, received, Reading.NO_SEQ, values.numbers()), values);
            case EventTime.Wrong(String reason) -> fault(reason);
        }
    }

    private void keep(Reading reading, KeyValues values) {
        if (!reading.values().isEmpty()) {
            readings.add(reading);
        }
        keep(reading.at(), values.attributes());
    }

    /** Reads an object of attributes, always to its end. */
    void attributes(JsonParser json) throws IOException {
        if (isNoObject(json)) {
            return;
        }
        KeyValues values = new KeyValues(this::fault);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            values.attribute(name, json);
        }
        keep(received, values.attributes());
    }

    private void keep(Instant at, Map<String, String> values) {
        if (!values.isEmpty()) {
            attributes.computeIfAbsent(at, first -> new HashMap<>()).putAll(values);
        }
    }

    private boolean isNoObject(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return false;
        }
        json.skipChildren();
        fault("not a JSON object");
        return true;
    }

    private void fault(String reason) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(reason);
        }
    }

    /** All of it; what was left out is named. */
    List<Decoded> parts() {
        List<Decoded> parts = new ArrayList<>();
        String fault = Json.clipped(String.join("; ", faults));
        if (!readings.isEmpty()) {
            parts.add(new Decoded.Telemetry(equipment, readings, fault));
        } else if (!fault.isEmpty()) {
            parts.add(Json.rejected(fault));
        }
        newest().forEach(
                        (at, values) -> parts.add(new Decoded.Attributes(new DeviceAttributes(equipment, at, values))));
        return parts;
    }

    /** The attributes without those that a later element of the same message overtakes. */
    private Map<Instant, Map<String, String>> newest() {
        Map<String, Instant> seen = new HashMap<>();
        attributes.forEach((at, values) -> values.keySet().forEach(name -> seen.put(name, at)));
        attributes.forEach((at, values) -> values.keySet().removeIf(name -> !at.equals(seen.get(name))));
        attributes.values().removeIf(Map::isEmpty);
        return attributes;
    }
}
