package wrenchline.dashboard.http;

import java.util.List;
import java.util.UUID;
import wrenchline.core.promise.PromiseId;
import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.PromiseView;

/** The promises and what proves them. */
record PromiseRoutes(Ports ports) {

    private static final int USUAL = 100;

    void mount(Api api) {
        api.on("listPromises", this::list);
        api.on("getEvidence", this::evidence);
    }

    private Answer list(Request request) {
        List<PromiseView> promises = ports.desk()
                .transactions()
                .call(books -> books.promises().mostUrgent(request.query("limit", USUAL)).stream()
                        .map(promise ->
                                PromiseView.of(promise, ports.desk().clock().instant()))
                        .toList());
        return Answer.json(ListOf.all(promises));
    }

    private Answer evidence(Request request) {
        PromiseId id = new PromiseId(UUID.fromString(request.path("id")));
        return ports.desk()
                .transactions()
                .call(books -> books.promises()
                        .look(id)
                        .map(promise -> Answer.json(ListOf.all(books.evidence().of(id))))
                        .orElseGet(() -> Answer.refused(Problem.unknown("promise", id.toString()))));
    }
}
