package wrenchline.dashboard.http;

import java.time.Instant;
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
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseEffect;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;
import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.PromiseView;

/** The promises and what proves them. */
record PromiseRoutes(Ports ports) {

    private static final int USUAL = 100;

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
        int limit = request.query("limit", USUAL);
        List<PromiseView> promises = ports
                .desk()
                .transactions()
                .call(books -> switch (request.reach()) {
                    case Reach.Everything() -> books.promises().mostUrgent(limit);
                    case Reach.Own(CustomerId customer) -> own(books, customer, limit);
                })
                .stream()
                .map(promise -> PromiseView.of(promise, ports.desk().clock().instant()))
                .toList();
        return Answer.json(ListOf.all(promises));
    }

    /** Those of the newest tickets about the customer's machines. */
    private static List<Tracked<Promise, PromiseState>> own(Books books, CustomerId customer, int limit) {
        Set<EquipmentId> machines = Machines.of(books, customer);
        return machines.isEmpty()
                ? List.of()
                : books.tickets().page(new Tickets.Filter(Set.of(), machines), Long.MAX_VALUE, limit).stream()
                        .flatMap(ticket -> books.promises().of(ticket.facts().id()).stream())
                        .limit(limit)
                        .toList();
    }

    private Answer show(Request request) {
        PromiseId id = id(request);
        return ports.desk()
                .transactions()
                .call(books -> books.promises()
                        .look(id)
                        .map(promise -> Answer.json(new PromiseDetails(ports.desk(), books).of(promise)))
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
                        Instant.parse(request.text("until"))));
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
