package wrenchline.dashboard.http;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import wrenchline.core.access.Reach;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.PromiseDesk;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.promise.BreachCause;
import wrenchline.core.promise.PromiseEffect;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Transition;
import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.PromiseView;

/** The promises and what proves them. */
record PromiseRoutes(Ports ports) {

    void mount(Api api) {
        api.on("listPromises", this::list);
        api.on("getPromise", this::show);
        api.on("pausePromise", this::pause);
        api.on("resumePromise", request -> tell(request, new PromiseEvent.Resumed(request.operator())));
        api.on("explainBreach", this::explain);
        api.on("reportPromises", this::report);
        api.on("getEvidence", this::evidence);
    }

    private Answer list(Request request) {
        return ports.desk().transactions().call(books -> switch (request.reach()) {
            case Reach.Everything() -> list(request, books, Set.of());
            case Reach.Own(CustomerId customer) -> {
                Set<EquipmentId> machines = Machines.of(books, customer);
                yield machines.isEmpty() ? Answer.json(ListOf.all(List.of())) : list(request, books, machines);
            }
        });
    }

    private Answer list(Request request, Books books, Set<EquipmentId> machines) {
        return Excerpts.answer(
                request,
                excerpt -> books.promises().page(excerpt, machines),
                promise -> PromiseView.of(promise, ports.desk().clock().instant()));
    }

    private Answer show(Request request) {
        PromiseId id = id(request);
        return ports.desk()
                .transactions()
                .call(books -> books.promises()
                        .look(id)
                        .<Answer>map(promise -> new Answer.Json(
                                new PromiseDetails(ports.desk(), books).of(promise), Tags.version(promise.version())))
                        .orElseGet(() -> Answer.refused(Problem.unknown("promise", id.toString()))));
    }

    /** Whoever asks by the API approves it. */
    private Answer pause(Request request) {
        return tell(
                request,
                new PromiseEvent.Paused(
                        request.text("reason"),
                        new Actor.Operator(request.text("requestedBy")),
                        request.operator(),
                        request.time("until")));
    }

    private Answer explain(Request request) {
        BreachCause cause = BreachCause.valueOf(request.text("cause"));
        return tell(request, new PromiseEvent.Explained(cause, request.text("text"), request.operator()));
    }

    private Answer tell(Request request, PromiseEvent event) {
        PromiseId id = id(request);
        Optional<Transition<PromiseState, PromiseEffect>> told = new PromiseDesk(ports.desk()).tell(id, event);
        return told.isPresent() && told.get() instanceof Transition.Ignored<PromiseState, PromiseEffect>(String reason)
                ? Answer.refused(Problem.conflict(reason))
                : show(request);
    }

    private Answer report(Request request) {
        YearMonth now = YearMonth.from(ports.desk().clock().instant().atZone(zone()));
        YearMonth from = request.query("from").map(YearMonth::parse).orElse(now);
        YearMonth to = request.query("to").map(YearMonth::parse).orElse(from);
        return Answer.json(ListOf.all(new PromiseDesk(ports.desk()).report(from, to)));
    }

    private ZoneId zone() {
        return ports.desk()
                .transactions()
                .call(books -> books.rosters().current().zone());
    }

    private static PromiseId id(Request request) {
        return new PromiseId(UUID.fromString(request.path("id")));
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
