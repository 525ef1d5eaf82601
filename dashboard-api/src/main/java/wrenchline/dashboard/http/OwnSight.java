package wrenchline.dashboard.http;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import wrenchline.core.access.Principal;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Change;
import wrenchline.core.desk.Transactions;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.ticket.TicketId;
import wrenchline.dashboard.live.Sight;

/** What a customer sees happen: its own tickets, promises and machines. */
record OwnSight(Transactions transactions, Principal principal, CustomerId customer) implements Sight {

    @Override
    public List<Change> of(List<Change> changes) {
        return transactions.call(
                books -> changes.stream().filter(change -> sees(books, change)).toList());
    }

    private boolean sees(Books books, Change change) {
        return switch (change.subject()) {
            case "ticket" -> Ownership.ticket(books, principal, new TicketId(Long.parseLong(change.id())));
            case "promise" -> Ownership.promise(books, principal, new PromiseId(UUID.fromString(change.id())));
            case String _ -> false;
        };
    }

    @Override
    public Predicate<EquipmentId> machines() {
        Set<EquipmentId> own = transactions.call(books -> Machines.of(books, customer));
        return own::contains;
    }

    @Override
    public boolean ofTheProduct() {
        return false;
    }
}
