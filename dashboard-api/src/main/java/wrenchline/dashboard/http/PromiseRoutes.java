package wrenchline.dashboard.http;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import wrenchline.core.access.Reach;
import wrenchline.core.desk.Books;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.transition.Tracked;
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
