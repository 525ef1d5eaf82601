package wrenchline.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Shift;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Fieldbus;
import wrenchline.core.equipment.Warranty;

/** Reads a site file: customers, equipment, staff and shifts. */
public final class SiteFile {

    private SiteFile() {}

    /**
     * @param models ids of the known equipment models
     * @throws ConfigurationException with everything that is wrong
     */
    public static Site read(Path file, Set<String> models) {
        return YamlFile.read(file, Overrides.NONE, root -> site(root, models));
    }

    private static Site site(Section root, Set<String> models) {
        List<Customer> customers = root.sections("customers", SiteFile::customer);
        Set<CustomerId> customerIds = new HashSet<>();
        customers.forEach(customer -> customerIds.add(customer.id()));
        int months = root.integer("warrantyMonths", 0, 1200);
        List<Equipment> equipment =
                root.sections("equipment", section -> equipment(section, models, customerIds, months));
        List<StaffMember> staff = root.sections("staff", SiteFile::staffMember);
        Set<StaffId> staffIds = new HashSet<>();
        staff.forEach(member -> staffIds.add(member.id()));
        List<Shift> shifts = root.sections("shifts", section -> shift(section, staffIds));
        return new Site(customers, equipment, new Roster(zone(root), staff, shifts));
    }

    private static ZoneId zone(Section root) {
        String zone = root.text("zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            root.problem("'zone' is '" + zone + "', not a time zone such as Asia/Shanghai");
            return ZoneId.of("Asia/Shanghai");
        }
    }

    private static Customer customer(Section section) {
        return new Customer(
                new CustomerId(section.text("id")),
                section.text("name"),
                section.text("address"),
                section.text("language", "zh"),
                section.texts("phones"));
    }

    private static Equipment equipment(Section section, Set<String> models, Set<CustomerId> customers, int months) {
        String id = section.text("id");
        if (!EquipmentId.isValid(id)) {
            section.problem("'" + id + "' is no equipment id: 1 to 64 of A-Z a-z 0-9 . _ -");
            id = "invalid";
        }
        String model = section.text("model");
        if (!models.contains(model)) {
            section.problem("there is no equipment model '" + model + "'");
        }
        CustomerId customer = new CustomerId(section.text("customer"));
        if (!customers.contains(customer)) {
            section.problem("there is no customer '" + customer + "'");
        }
        return new Equipment(
                new EquipmentId(id),
                section.text("phoneCode"),
                ModelFiles.names(section),
                model,
                section.text("serialNumber"),
                customer,
                section.text("site"),
                new Warranty(section.date("accepted"), section.date("handedOver"), Period.ofMonths(months)),
                section.has("modbus") ? modbus(section.section("modbus")) : new Fieldbus.None());
    }

    private static Fieldbus modbus(Section section) {
        Fieldbus modbus = new Fieldbus.ModbusTcp(
                section.text("host"), section.integer("port", 1, 65535, 502), section.integer("unit", 0, 255, 1));
        section.close();
        return modbus;
    }

    private static StaffMember staffMember(Section section) {
        return new StaffMember(
                new StaffId(section.text("id")),
                section.text("name"),
                section.choice("role", StaffMember.Role.class, StaffMember.Role.ENGINEER),
                section.text("phone"),
                section.text("language", "zh"));
    }

    private static Shift shift(Section section, Set<StaffId> staff) {
        List<StaffId> order = section.texts("order").stream().map(StaffId::new).toList();
        order.stream()
                .filter(id -> !staff.contains(id))
                .forEach(id -> section.problem("there is nobody with the id '" + id + "' in staff"));
        return new Shift(section.text("name"), section.time("from"), section.time("to"), order);
    }
}
