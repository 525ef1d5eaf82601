package wrenchline.gateway.payload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Reading;

/** One element of a telemetry message. */
sealed interface ReadingElement {

    /** A reading. */
    record Good(Reading reading) implements ReadingElement {}

    /** Not a reading. */
    record Bad(String reason) implements ReadingElement {}

    /** Reads the value at which {@code json} stands, always to its end, so that the next element can be read. */
    static ReadingElement read(JsonParser json, EquipmentId equipment, Instant received) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return new Bad("not a JSON object");
        }
        Builder builder = new Builder(received);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "ts" -> builder.time(json);
                case "seq" -> builder.sequence(json);
                case "values" -> builder.values(json);
                default -> json.skipChildren();
            }
        }
        return builder.build(equipment);
    }

    /** Collects the fields; the first fault is the one that is told. */
    final class Builder {
        private static final int MOST_METRICS = 1000;

        private final Instant received;
        private final Map<String, Double> values = new HashMap<>();
        private @Nullable Instant at;
        private long seq = Reading.NO_SEQ;
        private String fault = "";

        private Builder(Instant received) {
            this.received = received;
        }

        private void time(JsonParser json) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                return;
            }
            switch (EventTime.read(json, received)) {
                case EventTime.At(Instant instant) -> at = instant;
                case EventTime.Wrong(String reason) -> fault(reason);
            }
        }

        private void sequence(JsonParser json) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                return;
            }
            boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            if (whole && json.getLongValue() >= 0) {
                seq = json.getLongValue();
            } else {
                json.skipChildren();
                fault("seq is not a whole number from 0 on");
            }
        }

        private void values(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                fault("values is not a JSON object");
                return;
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String metric = json.currentName();
                json.nextToken();
                value(metric, json);
            }
        }

        private void value(String metric, JsonParser json) throws IOException {
            switch (json.currentToken()) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> put(metric, json.getDoubleValue());
                case VALUE_TRUE -> put(metric, 1.0);
                case VALUE_FALSE -> put(metric, 0.0);
                default -> {
                    json.skipChildren();
                    fault("the value of " + metric + " is not a number");
                }
            }
        }

        private void put(String metric, double value) {
            if (!Double.isFinite(value)) {
                fault("the value of " + metric + " is not finite");
            } else if (!MetricName.isValid(metric)) {
                fault("the metric name '" + metric + "' is empty, too long or has control characters");
            } else if (values.size() >= MOST_METRICS) {
                fault("more than " + MOST_METRICS + " metrics");
            } else if (values.put(metric, value) != null) {
                fault("metric " + metric + " is there twice");
            }
        }

        private void fault(String reason) {
            if (fault.isEmpty()) {
                fault = reason;
            }
        }

        private ReadingElement build(EquipmentId equipment) {
            if (fault.isEmpty() && values.isEmpty()) {
                fault("there are no values");
            }
            if (!fault.isEmpty()) {
                return new Bad(fault);
            }
            return new Good(
                    at == null
                            ? Reading.undated(equipment, received, seq, values)
                            : Reading.dated(equipment, at, received, seq, values));
        }
    }
}
