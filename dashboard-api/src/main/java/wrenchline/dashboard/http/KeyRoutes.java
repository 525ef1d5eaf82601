package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import wrenchline.core.access.ApiKeys;
import wrenchline.core.access.Reach;
import wrenchline.core.access.Role;
import wrenchline.core.desk.Transactions;
import wrenchline.dashboard.auth.KeyDesk;
import wrenchline.dashboard.wire.KeyView;
import wrenchline.dashboard.wire.ListOf;

/** The keys of programs. */
record KeyRoutes(KeyDesk desk, ApiKeys keys, Transactions transactions) {

    private static final int USUAL_DAYS = 365;

    void mount(Api api) {
        api.on(
                "listKeys",
                request -> Answer.json(ListOf.all(
                        keys.all().stream().map(key -> KeyView.of(key, "")).toList())));
        api.on("makeKey", this::make);
        api.on(
                "revokeKey",
                request -> desk.revoke(request.path("id"))
                        ? Answer.nothing()
                        : Answer.refused(Problem.unknown("key", request.path("id"))));
    }

    private Answer make(Request request) {
        Set<String> scopes = request.body()
                .path("scopes")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        Duration life = Duration.ofDays((long) request.number("days", USUAL_DAYS));
        return switch (AccountRoutes.granted(request, transactions)) {
            case AccountRoutes.Granted.To(Role role, Reach reach) -> {
                KeyDesk.Made made = desk.make(
                        request.text("name"),
                        role,
                        reach,
                        scopes,
                        life,
                        request.principal().name());
                yield Answer.json(KeyView.of(made.key(), made.text()));
            }
            case AccountRoutes.Granted.Refused(String reason) -> Answer.refused(Problem.invalid(reason));
        };
    }
}
