package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import wrenchline.core.webhook.Delivery;
import wrenchline.core.webhook.Webhooks;
import wrenchline.dashboard.webhook.Postman;
import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.WebhookView;

/** Who is told of changes, and what could not be delivered. */
record WebhookRoutes(Postman postman, Webhooks webhooks, InstantSource clock) {

    private static final int USUAL = 100;

    void mount(Api api) {
        api.on(
                "listWebhooks",
                request -> Answer.json(
                        ListOf.all(webhooks.all().stream().map(WebhookView::of).toList())));
        api.on("subscribe", this::subscribe);
        api.on(
                "unsubscribe",
                request -> webhooks.remove(UUID.fromString(request.path("id")))
                        ? Answer.nothing()
                        : Answer.refused(Problem.unknown("webhook", request.path("id"))));
        api.on("listDeliveries", this::list);
        api.on("replayDelivery", this::replay);
    }

    private Answer subscribe(Request request) {
        Set<String> subjects = request.body()
                .path("subjects")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        return switch (postman.subscribe(
                request.text("url"), subjects, request.principal().name())) {
            case Postman.Subscribed.Done(var webhook) -> Answer.json(WebhookView.fresh(webhook));
            case Postman.Subscribed.Refused(String reason) -> Answer.refused(Problem.invalid(reason));
        };
    }

    private Answer list(Request request) {
        int limit = request.query("limit", USUAL);
        long before = request.query("before").map(Long::parseLong).orElse(Long.MAX_VALUE);
        Delivery.State state = Delivery.State.valueOf(request.query("state").orElse("DEAD"));
        List<Delivery> page = webhooks.page(state, before, limit);
        String next = page.size() < limit ? null : Long.toString(page.getLast().number());
        return Answer.json(new ListOf<>(page, next));
    }

    /** Only what was given up gets another round: the rest is on its way or there. */
    private Answer replay(Request request) {
        String number = request.path("number");
        Optional<Delivery> known = webhooks.delivery(Long.parseLong(number));
        if (known.isEmpty()) {
            return Answer.refused(Problem.unknown("delivery", number));
        }
        return switch (known.get().state()) {
            case DEAD -> {
                Delivery again = known.get().again(clock.instant());
                webhooks.keep(again);
                yield Answer.json(again);
            }
            case WAITING -> Answer.refused(Problem.conflict("it is on its way"));
            case DELIVERED -> Answer.refused(Problem.conflict("it was delivered"));
        };
    }
}
