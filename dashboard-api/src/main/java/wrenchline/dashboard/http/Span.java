package wrenchline.dashboard.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A stretch of time, {@code from} counted in and {@code to} not. */
record Span(Instant from, Instant to) {

    static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** What came of reading one. */
    sealed interface Result {
        record Read(Span span) implements Result {}

        record Unreadable(Problem problem) implements Result {}
    }

    /** Reads {@code from} and {@code to}, RFC 3339 or milliseconds since the epoch; without them the last {@code otherwise}. */
    static Result read(Request request, Instant now, Duration otherwise) {
        try {
            Instant to = request.query("to").map(Span::instant).orElse(now);
            Instant from = request.query("from").map(Span::instant).orElseGet(() -> to.minus(otherwise));
            if (from.isBefore(Instant.EPOCH) || to.isAfter(LAST)) {
                return new Result.Unreadable(Problem.invalid("'from' or 'to' is not within 1970 to 9999."));
            }
            return from.isBefore(to)
                    ? new Result.Read(new Span(from, to))
                    : new Result.Unreadable(Problem.invalid("'from' is not before 'to'."));
        } catch (DateTimeException | ArithmeticException | NumberFormatException noTime) {
            return new Result.Unreadable(Problem.invalid("'from' or 'to' is no time."));
        }
    }

    private static Instant instant(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        // An unescaped plus sign arrives as a blank.
        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }
}
