package wrenchline.dashboard.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import wrenchline.core.call.Call;
import wrenchline.core.desk.Books;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Devices;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.Tickets;
import wrenchline.dashboard.wire.SearchView;
import wrenchline.dashboard.wire.TicketView;

/** Finds machines, tickets, customers and calls by what people know of them: a name, a number, a place. */
final class SearchRoutes {

    /** So many of each kind; whoever wants more says more. */
    private static final int MOST = 8;

    private static final int LONGEST_NUMBER = 18;
    private static final int SHORTEST_PHONE = 3;

    private final Ports ports;
    private final TicketViews tickets;

    SearchRoutes(Ports ports) {
        this.ports = ports;
        this.tickets = new TicketViews(ports.desk());
    }

    void mount(Api api) {
        api.on("search", request -> {
            String sought = plain(request.query("q").orElse(""));
            String digits = sought.replaceAll("\\D", "");
            List<Call> calls =
                    digits.length() < SHORTEST_PHONE ? List.of() : ports.calls().withNumber(digits, MOST);
            return Answer.json(
                    ports.desk().transactions().call(books -> new Search(books, sought, digits).view(calls)));
        });
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** One search in one transaction. */
    private final class Search {

        private final Books books;
        private final String sought;
        private final String digits;
        private final List<Equipment> register;
        private final List<Customer> customers;

        Search(Books books, String sought, String digits) {
            this.books = books;
            this.sought = sought;
            this.digits = digits;
            this.register = books.register().equipment();
            this.customers =
                    books.register().customers().stream().filter(this::fits).toList();
        }

        SearchView view(List<Call> calls) {
            Set<EquipmentId> machines = machines();
            return new SearchView(
                    machines.stream().limit(MOST).toList(),
                    tickets(machines, calls),
                    customers.stream()
                            .limit(MOST)
                            .map(one -> new SearchView.CustomerView(one, machinesOf(Set.of(one.id()))))
                            .toList(),
                    calls);
        }

        private Set<EquipmentId> machines() {
            Set<EquipmentId> found = new LinkedHashSet<>();
            register.stream().filter(this::fits).map(Equipment::id).forEach(found::add);
            ports.devices().seen().stream()
                    .map(Devices.Seen::equipment)
                    .filter(id -> fits(id.value()))
                    .forEach(found::add);
            found.addAll(machinesOf(customers.stream().map(Customer::id).collect(Collectors.toSet())));
            return found;
        }

        private List<EquipmentId> machinesOf(Set<CustomerId> owners) {
            return register.stream()
                    .filter(machine -> owners.contains(machine.customer()))
                    .map(Equipment::id)
                    .toList();
        }

        /** By their number, by the calls that were found, by the machines that were found. */
        private List<TicketView> tickets(Set<EquipmentId> machines, List<Call> calls) {
            Set<TicketId> ids = new LinkedHashSet<>();
            if (!digits.isEmpty() && digits.length() <= LONGEST_NUMBER && digits.equals(sought)) {
                ids.add(new TicketId(Long.parseLong(digits)));
            }
            calls.stream()
                    .filter(call -> call.ticket() > 0)
                    .map(call -> new TicketId(call.ticket()))
                    .forEach(ids::add);
            List<TicketView> found = new ArrayList<>();
            ids.forEach(id -> books.tickets().look(id).ifPresent(one -> found.add(tickets.view(books, one))));
            if (!machines.isEmpty()) {
                books.tickets().page(new Tickets.Filter(Set.of(), machines), Long.MAX_VALUE, MOST).stream()
                        .filter(one -> !ids.contains(one.facts().id()))
                        .forEach(one -> found.add(tickets.view(books, one)));
            }
            return found.stream().limit(MOST).toList();
        }

        private boolean fits(Equipment machine) {
            return fits(machine.id().value())
                    || fits(machine.names().zh())
                    || fits(machine.names().en())
                    || fits(machine.serialNumber())
                    || fits(machine.site())
                    || machine.phoneCode().equals(sought);
        }

        private boolean fits(Customer customer) {
            return fits(customer.name())
                    || fits(customer.address())
                    || fits(customer.id().value())
                    || (digits.length() >= SHORTEST_PHONE
                            && customer.phones().stream().anyMatch(phone -> phone.contains(digits)));
        }

        private boolean fits(String text) {
            return plain(text).contains(sought);
        }
    }
}
