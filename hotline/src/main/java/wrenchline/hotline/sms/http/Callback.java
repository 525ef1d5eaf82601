package wrenchline.hotline.sms.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wrenchline.config.SmsProvider;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Push.Thanks;
import wrenchline.core.notice.Receipt;

/** Reads what a provider posts, as a form or as JSON, one thing or a list of them. */
record Callback(SmsProvider.Http settings) {

    Optional<Thanks> take(String type, byte[] body, Inbox inbox) {
        JsonNode posted = type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                ? form(new String(body, StandardCharsets.UTF_8))
                : Web.json(body);
        List<JsonNode> things = posted.isArray() ? posted.valueStream().toList() : List.of(posted);
        // All or nothing is understood: what is refused comes again as a whole.
        if (things.isEmpty() || !things.stream().allMatch(this::understood)) {
            return Optional.empty();
        }
        things.forEach(thing -> take(thing, inbox));
        return Optional.of(new Thanks("text/plain; charset=utf-8", "ok"));
    }

    private boolean understood(JsonNode thing) {
        return isMessage(thing) || !value(thing, settings.callback().id()).isEmpty();
    }

    private boolean isMessage(JsonNode thing) {
        return !value(thing, settings.callback().text()).isEmpty()
                && !value(thing, settings.callback().from()).isEmpty();
    }

    private void take(JsonNode thing, Inbox inbox) {
        SmsProvider.Http.Callback places = settings.callback();
        if (isMessage(thing)) {
            inbox.message(new Incoming(settings.name(), value(thing, places.from()), value(thing, places.text())));
        } else {
            inbox.receipt(new Receipt(
                    settings.name(),
                    List.of(value(thing, places.id())),
                    value(thing, places.number()),
                    HttpMessenger.outcome(settings.statuses(), value(thing, places.status()))));
        }
    }

    private static String value(JsonNode thing, String place) {
        if (place.isEmpty()) {
            return "";
        }
        return (place.startsWith("/") ? thing.at(place) : thing.path(place)).asText("");
    }

    private static JsonNode form(String text) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
