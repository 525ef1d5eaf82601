package wrenchline.dashboard.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wrenchline.core.access.Principal;
import wrenchline.core.access.Reach;
import wrenchline.core.desk.Books;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Names;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.OverQuota;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.transition.Tracked;
import wrenchline.dashboard.wire.EquipmentView;

/** Every machine that is registered or was ever heard, with what is known of it now. */
final class Machines {

    static final int MOST_OPEN_TICKETS = 1_000;

    private final Ports ports;

    Machines(Ports ports) {
        this.ports = ports;
    }

    /** All of them, in order of their ids. */
    List<EquipmentView> all() {
        Map<EquipmentId, Devices.Seen> seen =
                ports.devices().seen().stream().collect(Collectors.toMap(Devices.Seen::equipment, one -> one));
        Map<EquipmentId, List<EquipmentView.Value>> values = values();
        List<Equipment> registered =
                ports.desk().transactions().call(books -> books.register().equipment());
        Map<EquipmentId, List<TicketId>> tickets = ports.desk().transactions().call(Machines::openTickets);

        Map<EquipmentId, String> accounts = ports.desk().transactions().call(Machines::accounts);
        Map<EquipmentId, EquipmentView.Excess> excesses = ports.devices().overQuota().stream()
                .collect(Collectors.toMap(
                        OverQuota::equipment, one -> new EquipmentView.Excess(one.since(), one.times())));

        List<EquipmentView> machines = new ArrayList<>();
        Set<EquipmentId> known = new HashSet<>();
        for (Equipment equipment : registered) {
            known.add(equipment.id());
            machines.add(view(Optional.of(equipment), equipment.id(), seen, values, tickets, accounts, excesses));
        }
        seen.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> machines.add(view(Optional.empty(), id, seen, values, tickets, accounts, excesses)));
        machines.sort(Comparator.comparing(EquipmentView::id));
        return machines;
    }

    /** Those that {@code principal} may see. */
    List<EquipmentView> seenBy(Principal principal) {
        return all().stream()
                .filter(machine -> principal.reach() instanceof Reach.Everything
                        || (machine.customer() != null && principal.sees(machine.customer())))
                .toList();
    }

    Optional<EquipmentView> find(String id) {
        return all().stream().filter(machine -> machine.id().value().equals(id)).findFirst();
    }

    /** The machines that {@code customer} owns. */
    static Set<EquipmentId> of(Books books, CustomerId customer) {
        return books.register().equipment().stream()
                .filter(machine -> machine.customer().equals(customer))
                .map(Equipment::id)
                .collect(Collectors.toSet());
    }

    private Map<EquipmentId, List<EquipmentView.Value>> values() {
        Map<EquipmentId, List<EquipmentView.Value>> values = new HashMap<>();
        for (Latest latest : ports.readings().latest()) {
            values.computeIfAbsent(latest.equipment(), any -> new ArrayList<>())
                    .add(new EquipmentView.Value(latest.metric(), latest.at(), latest.value()));
        }
        values.values().forEach(list -> list.sort(Comparator.comparing(EquipmentView.Value::metric)));
        return values;
    }

    private static Map<EquipmentId, String> accounts(Books books) {
        return books.accounts().list().stream()
                .collect(Collectors.toMap(
                        account -> account.facts().equipment(),
                        account -> account.state().getClass().getSimpleName()));
    }

    private static Map<EquipmentId, List<TicketId>> openTickets(Books books) {
        Map<EquipmentId, List<TicketId>> tickets = new HashMap<>();
        for (Tracked<Ticket, TicketState> ticket :
                books.tickets().page(open(Set.of()), Long.MAX_VALUE, MOST_OPEN_TICKETS)) {
            ticket.facts()
                    .equipmentIfKnown()
                    .ifPresent(equipment -> tickets.computeIfAbsent(equipment, any -> new ArrayList<>())
                            .add(ticket.facts().id()));
        }
        return tickets;
    }

    /** Tickets that are not closed, of {@code equipment} or of all. */
    static Tickets.Filter open(Set<EquipmentId> equipment) {
        return new Tickets.Filter(TicketState.OPEN, equipment);
    }

    private static EquipmentView view(
            Optional<Equipment> registered,
            EquipmentId id,
            Map<EquipmentId, Devices.Seen> seen,
            Map<EquipmentId, List<EquipmentView.Value>> values,
            Map<EquipmentId, List<TicketId>> tickets,
            Map<EquipmentId, String> accounts,
            Map<EquipmentId, EquipmentView.Excess> excesses) {
        Optional<Devices.Seen> heard = Optional.ofNullable(seen.get(id));
        return new EquipmentView(
                id,
                registered.isPresent(),
                registered.map(Equipment::names).orElseGet(() -> new Names(id.value(), id.value())),
                registered.map(Equipment::model).orElse(""),
                registered.map(Equipment::phoneCode).orElse(""),
                registered.map(Equipment::serialNumber).orElse(""),
                registered.map(Equipment::customer).orElse(null),
                registered.map(Equipment::site).orElse(""),
                heard.map(Devices.Seen::online).orElse(false),
                heard.map(Devices.Seen::lastHeard).orElse(null),
                accounts.get(id),
                excesses.get(id),
                values.getOrDefault(id, List.of()),
                tickets.getOrDefault(id, List.of()));
    }
}
