package wrenchline.config;

import java.util.List;
import wrenchline.core.duty.Roster;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.Equipment;

/** The customers, equipment and staff that a site file enters into the registers. */
public record Site(List<Customer> customers, List<Equipment> equipment, Roster roster) {
    public Site {
        customers = List.copyOf(customers);
        equipment = List.copyOf(equipment);
    }
}
