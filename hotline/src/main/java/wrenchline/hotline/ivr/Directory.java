package wrenchline.hotline.ivr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wrenchline.core.call.Calls;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.desk.Transactions;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.transition.Tracked;

/** What is known of a caller: company, language, machines and tickets. */
public final class Directory {

    private static final int MOST_TICKETS = 3;

    private final Transactions transactions;
    private final Calls calls;

    public Directory(Transactions transactions, Calls calls) {
        this.transactions = transactions;
        this.calls = calls;
    }

    /**
     * @param customer empty for a number that nobody registered
     * @param language of the last call from this customer, otherwise as registered, otherwise Chinese
     */
    record Known(Optional<Customer> customer, String language, List<Equipment> equipment) {}

    /**
     * How a ticket stands.
     *
     * @param staff who works on it; null while nobody does
     * @param next what is promised next; null when nothing is
     */
    record Progress(
            TicketId ticket,
            TicketState state,
            @Nullable StaffId staff,
            @Nullable Due next) {}

    record Due(PromiseKind kind, Instant deadline) {}

    Known known(String number) {
        if (number.isEmpty()) {
            return new Known(Optional.empty(), "zh", List.of());
        }
        Known registered = transactions.call(books -> {
            Optional<Customer> customer = books.register().byPhone(number);
            return new Known(
                    customer,
                    customer.map(Customer::language).orElse("zh"),
                    customer.map(owner -> machines(books, owner)).orElse(List.of()));
        });
        Set<String> numbers = new HashSet<>(Set.of(number));
        registered
                .customer()
                .ifPresent(customer ->
                        customer.phones().stream().map(PhoneNumber::normalise).forEach(numbers::add));
        return calls.languageOf(numbers)
                .map(language -> new Known(registered.customer(), language, registered.equipment()))
                .orElse(registered);
    }

    boolean knowsEquipment(String digits) {
        return transactions.call(books -> books.register().byPhoneCode(digits).isPresent());
    }

    /** The open tickets of {@code number} and of the customer whose it is, newest first. */
    List<Progress> progress(String number) {
        return transactions.call(books -> {
            List<Tracked<Ticket, TicketState>> found = new ArrayList<>();
            CallDesk.keys(number).forEach(key -> books.tickets().openFor(key).ifPresent(found::add));
            books.register().byPhone(number).ifPresent(customer -> found.addAll(ofMachines(books, customer)));
            return found.stream()
                    .filter(ticket -> !ticket.state().over())
                    .distinct()
                    .sorted(Comparator.comparingLong((Tracked<Ticket, TicketState> ticket) ->
                                    ticket.facts().id().value())
                            .reversed())
                    .limit(MOST_TICKETS)
                    .map(ticket -> progress(books, ticket))
                    .toList();
        });
    }

    private static List<Equipment> machines(Books books, Customer customer) {
        return books.register().equipment().stream()
                .filter(machine -> machine.customer().equals(customer.id()))
                .toList();
    }

    private static List<Tracked<Ticket, TicketState>> ofMachines(Books books, Customer customer) {
        Set<EquipmentId> machines = new HashSet<>();
        machines(books, customer).forEach(machine -> machines.add(machine.id()));
        return machines.isEmpty()
                ? List.of()
                : books.tickets().page(new Tickets.Filter(TicketState.OPEN, machines), Long.MAX_VALUE, MOST_TICKETS);
    }

    private static Progress progress(Books books, Tracked<Ticket, TicketState> ticket) {
        TicketId id = ticket.facts().id();
        Due next = books.promises().of(id).stream()
                .filter(promise -> promise.state() instanceof PromiseState.Running)
                .map(promise ->
                        new Due(promise.facts().clause().kind(), promise.facts().deadline()))
                .min(Comparator.comparing(Due::deadline))
                .orElse(null);
        return new Progress(id, ticket.state(), staff(ticket.state()), next);
    }

    private static @Nullable StaffId staff(TicketState state) {
        return switch (state) {
            case TicketState.Assigned assigned -> assigned.to();
            case TicketState.Accepted accepted -> staff(accepted.by());
            case TicketState.OnTheWay onTheWay -> staff(onTheWay.by());
            case TicketState.OnSite onSite -> staff(onSite.by());
            case TicketState.InWorkshop inWorkshop -> staff(inWorkshop.by());
            case TicketState.Raised _,
                    TicketState.Triaged _,
                    TicketState.Resolved _,
                    TicketState.Confirmed _,
                    TicketState.Reopened _,
                    TicketState.Closed _,
                    TicketState.Merged _ -> null;
        };
    }

    private static @Nullable StaffId staff(Actor by) {
        return by instanceof Actor.Staff(StaffId id) ? id : null;
    }
}
