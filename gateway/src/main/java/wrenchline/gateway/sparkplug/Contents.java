package wrenchline.gateway.sparkplug;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.EventTime;
import wrenchline.gateway.payload.Json;
import wrenchline.gateway.payload.MetricName;

/** Gathers the metrics of one payload: those of one time are one reading. */
final class Contents {

    /** The first few are enough for the person who mends it. */
    private static final int MOST_FAULTS = 5;

    private static final int LONGEST_ATTRIBUTE = 8192;

    private final EquipmentId equipment;
    private final Naming naming;
    private final long sent;
    private final Instant received;
    private final TreeMap<Instant, Map<String, Double>> measured = new TreeMap<>();
    private final Map<String, Double> undated = new HashMap<>();
    private final Map<String, String> told = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param sent the time of metrics without one, in milliseconds, or {@link Payload#NONE} */
    Contents(EquipmentId equipment, Naming naming, long sent, Instant received) {
        this.equipment = equipment;
        this.naming = naming;
        this.sent = sent;
        this.received = received;
    }

    void add(Machine.Definition definition, Metric metric) {
        boolean isControl =
                definition.name().equals("bdSeq") || definition.name().contains(" Control/");
        if (isControl || !metric.isGood()) {
            return;
        }
        switch (DataType.of(definition.datatype(), metric.value())) {
            case DataType.Meaning.Measured(double value) -> measured(definition.name(), value, metric.timestamp());
            case DataType.Meaning.Told(String json) -> told(definition.name(), json);
            case DataType.Meaning.Nothing() -> {}
        }
    }

    void fault(String reason) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(reason);
        }
    }

    private void measured(String name, double value, long timestamp) {
        String metric = naming.metric(name);
        if (!Double.isFinite(value)) {
            fault("the value of " + name + " is not finite");
        } else if (!MetricName.isValid(metric)) {
            fault("the metric name '" + name + "' is empty, too long or has control characters");
        } else {
            long time = timestamp == Payload.NONE ? sent : timestamp;
            if (time == Payload.NONE) {
                undated.put(metric, value);
                return;
            }
            switch (EventTime.ofMilliseconds(time, received)) {
                case EventTime.At(Instant at) ->
                    measured.computeIfAbsent(at, first -> new HashMap<>()).put(metric, value);
                case EventTime.Wrong(String reason) -> fault(name + ": " + reason);
            }
        }
    }

    /** Something that we say of it ourselves. */
    void tell(String name, String text) {
        told(name, Json.string(text));
    }

    private void told(String name, String json) {
        if (!MetricName.isValid(name) || json.length() > LONGEST_ATTRIBUTE) {
            fault("'" + name + "' is no name of an attribute, or its value is too long");
        } else {
            told.put(name, json);
        }
    }

    /** All of it; what was left out is named. */
    List<Decoded> parts() {
        List<Decoded> parts = new ArrayList<>();
        String fault = Json.clipped(String.join("; ", faults));
        List<Reading> readings = new ArrayList<>();
        measured.forEach((at, values) -> readings.add(Reading.dated(equipment, at, received, Reading.NO_SEQ, values)));
        if (!undated.isEmpty()) {
            readings.add(Reading.undated(equipment, received, Reading.NO_SEQ, undated));
        }
        if (!readings.isEmpty()) {
            parts.add(new Decoded.Telemetry(equipment, readings, fault));
        } else if (!fault.isEmpty()) {
            parts.add(Json.rejected(fault));
        }
        if (!told.isEmpty()) {
            parts.add(new Decoded.Attributes(new DeviceAttributes(equipment, received, told)));
        }
        return parts;
    }
}
