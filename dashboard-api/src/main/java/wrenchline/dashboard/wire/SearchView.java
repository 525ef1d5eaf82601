package wrenchline.dashboard.wire;

import java.util.List;
import wrenchline.core.call.Call;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.EquipmentId;

/** What a search found, the best of each kind first. */
public record SearchView(
        List<EquipmentId> machines, List<TicketView> tickets, List<CustomerView> customers, List<Call> calls) {

    /** A customer (客户) with the machines that are theirs. */
    public record CustomerView(Customer customer, List<EquipmentId> machines) {}
}
