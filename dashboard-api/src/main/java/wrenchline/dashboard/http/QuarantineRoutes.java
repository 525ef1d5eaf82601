package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import wrenchline.core.desk.QuarantineDesk;
import wrenchline.core.quarantine.Content;
import wrenchline.core.quarantine.DispositionEvent;
import wrenchline.core.quarantine.DispositionState;
import wrenchline.core.quarantine.DispositionState.Kind;
import wrenchline.core.quarantine.Hold;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.transition.Transition;
import wrenchline.dashboard.wire.HoldDetail;
import wrenchline.dashboard.wire.HoldView;
import wrenchline.dashboard.wire.ListOf;

/** The messages that could not be understood, and what is done with them. */
final class QuarantineRoutes {

    private static final int USUAL = 100;
    private static final int MOST_REASONS = 20;

    /** So many are moved by one request: it stays short, and whoever wants more asks again. */
    private static final int MOST_AT_ONCE = 1_000;

    private final Ports ports;
    private final Holds holds;
    private final QuarantineDesk desk;

    QuarantineRoutes(Ports ports) {
        this.ports = ports;
        this.holds = ports.quarantine();
        this.desk = new QuarantineDesk(ports.desk(), holds);
    }

    /** @param more whether others are left that are meant too */
    record Moved(int moved, boolean more) {}

    void mount(Api api) {
        api.on("listQuarantine", request -> whenTimesAre(() -> list(request)));
        api.on("listQuarantineReasons", request -> Answer.json(ListOf.all(holds.reasons(MOST_REASONS))));
        api.on("getQuarantined", request -> show(id(request)));
        api.on("repairQuarantined", this::repair);
        api.on("replayQuarantined", request -> tell(request, ordered(request)));
        api.on("discardQuarantined", request -> tell(request, discarded(request)));
        api.on("replayQuarantine", request -> whenTimesAre(() -> tellAll(request, ordered(request))));
        api.on("discardQuarantine", request -> whenTimesAre(() -> tellAll(request, discarded(request))));
    }

    private Answer list(Request request) {
        Holds.Filter filter = new Holds.Filter(
                request.query("state")
                        .map(state -> Set.of(Kind.valueOf(state.toUpperCase(Locale.ROOT))))
                        .orElse(Set.of()),
                request.query("machine").orElse(""),
                request.query("topic").orElse(""),
                request.query("reason").orElse(""),
                request.query("from").map(Instant::parse).orElse(Holds.Filter.ALL.from()),
                request.query("to").map(Instant::parse).orElse(Holds.Filter.ALL.to()));
        int limit = request.query("limit", USUAL);
        List<Hold> page = holds.list(
                filter, request.query("before").map(QuarantineRoutes::mark).orElse(Holds.Mark.START), limit);
        return Answer.json(new ListOf<>(
                page.stream().map(HoldView::of).toList(), page.size() < limit ? null : text(page.getLast())));
    }

    private static String text(Hold hold) {
        return hold.message().received() + "," + hold.message().id();
    }

    private static Holds.Mark mark(String text) {
        int comma = text.indexOf(',');
        return new Holds.Mark(Instant.parse(text.substring(0, comma)), UUID.fromString(text.substring(comma + 1)));
    }

    private Answer show(UUID id) {
        return holds.find(id)
                .<Answer>map(hold -> Answer.json(HoldDetail.of(
                        hold,
                        ports.desk()
                                .transactions()
                                .call(books -> books.dispositions().events(id)),
                        holds.returned(id))))
                .orElseGet(() -> unknown(id));
    }

    private Answer repair(Request request) {
        UUID id = id(request);
        Optional<Hold> hold = holds.find(id);
        if (hold.isEmpty()) {
            return unknown(id);
        }
        byte[] payload;
        try {
            payload = payload(request.body(), hold.get());
        } catch (IllegalArgumentException e) {
            return Answer.refused(Problem.invalid("'base64' is no Base64."));
        }
        String topic = request.text("topic");
        return tell(
                request,
                new DispositionEvent.Mended(
                        request.operator(),
                        Content.Repaired.of(
                                topic.isEmpty() ? hold.get().message().topic() : topic,
                                request.text("machine"),
                                payload)));
    }

    /** The payload that was sent, or as it was before. */
    private static byte[] payload(JsonNode body, Hold hold) {
        if (body.has("payload")) {
            return body.path("payload").asText().getBytes(StandardCharsets.UTF_8);
        }
        if (body.has("base64")) {
            return Base64.getDecoder().decode(body.path("base64").asText());
        }
        return hold.state() instanceof DispositionState.Waiting(Content.Repaired before)
                ? before.payload()
                : hold.message().payload();
    }

    private Answer tell(Request request, DispositionEvent event) {
        UUID id = id(request);
        return desk.tell(id, event)
                .map(transition -> switch (transition) {
                    case Transition.Moved<DispositionState, Void> _ -> show(id);
                    case Transition.Ignored<DispositionState, Void>(String reason) ->
                        Answer.refused(Problem.conflict(reason));
                })
                .orElseGet(() -> unknown(id));
    }

    private Answer tellAll(Request request, DispositionEvent event) {
        Holds.Filter filter = new Holds.Filter(
                Set.of(),
                request.text("machine"),
                request.text("topic"),
                request.text("matching"),
                time(request.text("from"), Holds.Filter.ALL.from()),
                time(request.text("to"), Holds.Filter.ALL.to()));
        int moved = desk.tellAll(filter, event, MOST_AT_ONCE);
        return Answer.json(new Moved(moved, !holds.oldest(filter.waiting(), 1).isEmpty()));
    }

    /** The thirtieth of February has the form of a time. */
    private static Answer whenTimesAre(Supplier<Answer> answer) {
        try {
            return answer.get();
        } catch (DateTimeException noTime) {
            return Answer.refused(Problem.invalid("'from' or 'to' is no time."));
        }
    }

    private static Instant time(String text, Instant otherwise) {
        return text.isEmpty() ? otherwise : Instant.parse(text);
    }

    private static DispositionEvent ordered(Request request) {
        return new DispositionEvent.ReplayOrdered(
                request.operator(), request.body().path("asItCame").asBoolean(false));
    }

    private static DispositionEvent discarded(Request request) {
        return new DispositionEvent.Discarded(
                request.operator(), request.text("reason").strip());
    }

    private static UUID id(Request request) {
        return UUID.fromString(request.path("id"));
    }

    private static Answer unknown(UUID id) {
        return Answer.refused(Problem.unknown("message in quarantine", id.toString()));
    }
}
