package wrenchline.dashboard.http;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.desk.Books;
import wrenchline.core.detection.Fitting;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.dashboard.wire.EquipmentDetail;
import wrenchline.dashboard.wire.EquipmentView;
import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.TicketView;

/** The machines. */
final class EquipmentRoutes {

    private static final int MOST_EVENTS = 50;

    private final Ports ports;
    private final Machines machines;
    private final TicketViews tickets;

    EquipmentRoutes(Ports ports) {
        this.ports = ports;
        this.machines = new Machines(ports);
        this.tickets = new TicketViews(ports.desk());
    }

    void mount(Api api) {
        api.on("listModels", request -> Answer.json(ListOf.all(models())));
        api.on("listEquipment", request -> Answer.json(ListOf.all(machines.seenBy(request.principal()))));
        api.on("getEquipment", this::one);
        api.on("fitPart", this::fit);
    }

    private List<EquipmentModel> models() {
        return ports.desk().models().values().stream()
                .sorted(Comparator.comparing(EquipmentModel::id))
                .toList();
    }

    private Answer one(Request request) {
        return machines.find(request.path("id"))
                .map(machine -> Answer.json(detail(machine)))
                .orElseGet(() -> Answer.refused(Problem.unknown("equipment", request.path("id"))));
    }

    private EquipmentDetail detail(EquipmentView machine) {
        return ports.desk().transactions().call(books -> {
            Optional<Equipment> registered = books.register().find(machine.id());
            return new EquipmentDetail(
                    machine,
                    ports.desk().models().get(machine.model()),
                    owner(books, registered).orElse(null),
                    registered
                            .map(equipment -> EquipmentDetail.WarrantyView.of(equipment.warranty(), today(books)))
                            .orElse(null),
                    openTickets(books, machine),
                    ports.devices().events(machine.id(), MOST_EVENTS),
                    attributes(machine),
                    ports.detectors().outlook(machine.id()).orElse(null));
        });
    }

    private Answer fit(Request request) {
        String id = request.path("id");
        String part = request.path("part");
        var machine = machines.find(id);
        boolean known = machine.map(one -> ports.desk().models().get(one.model()))
                .filter(model -> model.foresight().partNames(part).isPresent())
                .isPresent();
        if (!known) {
            return Answer.refused(Problem.unknown("part of " + id, part));
        }
        Fitting fitting =
                new Fitting(new EquipmentId(id), part, ports.desk().clock().instant(), request.number("used", 0));
        ports.desk().transactions().run(books -> books.fittings().keep(fitting));
        return one(request);
    }

    private List<EquipmentDetail.AttributeView> attributes(EquipmentView machine) {
        return ports.devices().attributes(machine.id()).stream()
                .map(one -> new EquipmentDetail.AttributeView(one.name(), one.value(), one.at()))
                .toList();
    }

    private List<TicketView> openTickets(Books books, EquipmentView machine) {
        return books
                .tickets()
                .page(Machines.open(Set.of(machine.id())), Long.MAX_VALUE, Machines.MOST_OPEN_TICKETS)
                .stream()
                .map(ticket -> tickets.view(books, ticket))
                .toList();
    }

    private static Optional<Customer> owner(Books books, Optional<Equipment> registered) {
        return registered.flatMap(equipment -> books.register().find(equipment.customer()));
    }

    /** The day where the workshops are, which is not always the server's. */
    private LocalDate today(Books books) {
        return LocalDate.ofInstant(
                ports.desk().clock().instant(), books.rosters().current().zone());
    }
}
