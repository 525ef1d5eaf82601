package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wrenchline.core.access.Principal;
import wrenchline.core.access.Reach;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Origin;

/**
 * A request that the contract found valid.
 *
 * @param file the body where that is a file; empty otherwise
 */
record Request(
        Caller caller,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        JsonNode body,
        Buffer file,
        Sent sent) {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    /** The version that {@code If-Match} names; nothing when any will do. */
    Optional<Long> ifMatch() {
        return Optional.ofNullable(headers.get("If-Match"))
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Long.parseLong(matcher.group(1)));
    }

    /** A part of the path, which is always there. */
    String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("reading path parameter " + name + ": the route has none");
        }
        return value;
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    int query(String name, int otherwise) {
        return query(name).map(Integer::parseInt).orElse(otherwise);
    }

    /**
     * Who asks.
     *
     * @throws IllegalStateException in an operation that is open to strangers
     */
    Principal principal() {
        return switch (caller) {
            case Caller.Known known -> known.principal();
            case Caller.Stranger() -> throw new IllegalStateException("asking who a stranger is");
        };
    }

    /** Whose machines the answer may be about. */
    Reach reach() {
        return principal().reach();
    }

    /** Who does it: the account; whoever shares the operator token says it as {@code by} of the body. */
    Actor operator() {
        return new Actor.Operator(operatorName());
    }

    /** The name of whoever does it. */
    String operatorName() {
        String account = principal().name();
        String name = account.equals(Principal.OPERATOR) ? text("by").strip() : account;
        return name.isEmpty() ? Principal.OPERATOR : name;
    }

    /** Under which a thing is entered once: that of the header, or one of its own. */
    String key() {
        String given = headers.getOrDefault(Idempotency.HEADER, "");
        return given.isEmpty() ? UUID.randomUUID().toString() : given;
    }

    /** Where something comes from that is entered by hand. */
    Origin.Entered entered() {
        return new Origin.Entered(operatorName(), caller instanceof Caller.Browser ? Origin.Via.PAGE : Origin.Via.API);
    }

    /** A text of the body; empty when it is not there. */
    String text(String name) {
        return body.path(name).asText("");
    }

    /** Whether {@code name} of the body is true. */
    boolean flag(String name) {
        return body.path(name).asBoolean(false);
    }

    /** A number of the body. */
    double number(String name, double otherwise) {
        return body.path(name).asDouble(otherwise);
    }

    /**
     * A time of the body.
     *
     * @throws NoSuchTime when the calendar does not have it, as with the thirtieth of February, or a database cannot hold it
     */
    Instant time(String name) {
        return time(name, text(name));
    }

    /** {@code text} as a time, as {@link #time(String)}. */
    static Instant time(String name, String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.isBefore(Instant.EPOCH) || time.isAfter(Span.LAST)) {
                throw new NoSuchTime("'" + name + "' is not within 1970 to 9999.");
            }
            return time;
        } catch (DateTimeException noTime) {
            throw new NoSuchTime("'" + name + "' is no time.");
        }
    }

    /** A text with the form of a time that is none; answered as a request that is not valid. */
    static final class NoSuchTime extends RuntimeException {
        private static final long serialVersionUID = 1;

        private NoSuchTime(String message) {
            super(message);
        }

        Problem problem() {
            return Problem.invalid(String.valueOf(getMessage()));
        }
    }
}
