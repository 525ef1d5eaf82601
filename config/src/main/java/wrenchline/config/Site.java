package wrenchline.config;

import java.util.List;
import wrenchline.core.duty.Roster;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.warranty.Coverage;

/** The customers, equipment, staff and coverage that a site file enters into the registers. */
public record Site(List<Customer> customers, List<Equipment> equipment, Roster roster, List<Coverage> coverage) {
    public Site {
        customers = List.copyOf(customers);
        equipment = List.copyOf(equipment);
        coverage = List.copyOf(coverage);
    }
}
