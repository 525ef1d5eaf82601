package wrenchline.gateway.payload;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The {@code ts} of a message: milliseconds since the epoch or ISO-8601 with a zone; what cannot be true is refused. */
public sealed interface EventTime {

    /** Earlier is taken for a mistake: seconds sent as milliseconds fall in 1970. */
    Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Later is no clock that is wrong but a mistake. How far a clock may be ahead in truth is a setting, looked at later. */
    Duration AHEAD = Duration.ofDays(1);

    /** A time that can be true. */
    record At(Instant instant) implements EventTime {}

    /** Not a time, or one that cannot be true. */
    record Wrong(String reason) implements EventTime {}

    /** Reads the current value of {@code json}; {@code received} stands in for null. */
    static EventTime read(JsonParser json, Instant received) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> new At(received);
            case VALUE_NUMBER_INT -> milliseconds(json, received);
            case VALUE_STRING -> iso(json.getText(), received);
            default -> {
                json.skipChildren();
                yield new Wrong("ts is neither milliseconds since the epoch nor ISO-8601");
            }
        };
    }

    /** The time {@code milliseconds} after the epoch. */
    static EventTime ofMilliseconds(long milliseconds, Instant received) {
        return plausible(Instant.ofEpochMilli(milliseconds), received);
    }

    private static EventTime milliseconds(JsonParser json, Instant received) throws IOException {
        return switch (json.getNumberType()) {
            case INT, LONG -> ofMilliseconds(json.getLongValue(), received);
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> new Wrong("ts " + json.getText() + " is out of range");
        };
    }

    private static EventTime iso(String text, Instant received) {
        try {
            return plausible(OffsetDateTime.parse(text.strip()).toInstant(), received);
        } catch (DateTimeException e) {
            return new Wrong("ts '" + text + "' is not ISO-8601 with a time zone");
        }
    }

    private static EventTime plausible(Instant instant, Instant received) {
        if (instant.isBefore(EARLIEST)) {
            return new Wrong("ts " + instant + " is before 2000; is it in milliseconds?");
        }
        if (instant.isAfter(received.plus(AHEAD))) {
            return new Wrong("ts " + instant + " is in the future");
        }
        return new At(instant);
    }
}
