package wrenchline.gateway.thingsboard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import wrenchline.gateway.payload.Json;
import wrenchline.gateway.payload.MetricName;

/**
 * The values of one JSON object. Numbers are numbers, true and false are 1 and 0, and a string of digits is a number, as
 * ThingsBoard casts it; all else is no measurement and counts as an attribute. Null says nothing.
 */
final class KeyValues {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final int MOST = 1000;
    private static final int LONGEST_ATTRIBUTE = 8192;

    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Consumer<String> faults;

    /** @param faults told what was left out and why */
    KeyValues(Consumer<String> faults) {
        this.faults = faults;
    }

    Map<String, Double> numbers() {
        return numbers;
    }

    /** By name, as JSON. */
    Map<String, String> attributes() {
        return attributes;
    }

    /** Reads the value at which {@code json} stands. */
    void measured(String name, JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(name, json.getDoubleValue());
            case VALUE_TRUE -> number(name, 1);
            case VALUE_FALSE -> number(name, 0);
            case VALUE_STRING -> {
                if (NUMBER.matcher(json.getText()).matches()) {
                    number(name, Double.parseDouble(json.getText()));
                } else {
                    attribute(name, json);
                }
            }
            default -> attribute(name, json);
        }
    }

    /** Reads the value at which {@code json} stands, which is none that was measured. */
    void attribute(String name, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        String value = Json.copy(json);
        if (value.length() > LONGEST_ATTRIBUTE) {
            faults.accept(name + " is longer than " + LONGEST_ATTRIBUTE);
        } else if (isFit(name)) {
            attributes.put(name, value);
        }
    }

    private void number(String name, double value) {
        if (!Double.isFinite(value)) {
            faults.accept("the value of " + name + " is not finite");
        } else if (isFit(name)) {
            numbers.put(name, value);
        }
    }

    private boolean isFit(String name) {
        if (!MetricName.isValid(name)) {
            faults.accept("the name '" + name + "' is empty, too long or has control characters");
            return false;
        }
        if (numbers.size() + attributes.size() >= MOST) {
            faults.accept("more than " + MOST + " values");
            return false;
        }
        return true;
    }
}
