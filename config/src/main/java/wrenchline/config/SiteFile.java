package wrenchline.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wrenchline.core.equipment.Contract;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Fieldbus;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.warranty.Coverage;

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
        return new Site(
                customers,
                equipment,
                RosterSection.read(root, zone(root), models),
                root.sections("coverage", section -> coverage(section, models)));
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
                section.texts("phones"),
                section.text("class", ""),
                section.text("territory", ""));
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
                new Warranty(
                        section.has("accepted") ? section.date("accepted") : null,
                        section.has("handedOver") ? section.date("handedOver") : null,
                        Period.ofMonths(months)),
                section.has("modbus") ? modbus(section.section("modbus")) : new Fieldbus.None(),
                section.has("contract") ? contract(section.section("contract")) : null);
    }

    private static Contract contract(Section section) {
        Contract contract = new Contract(section.text("category"), section.date("from"), section.date("until"));
        section.close();
        return contract;
    }

    private static Fieldbus modbus(Section section) {
        Fieldbus modbus = new Fieldbus.ModbusTcp(
                section.text("host"), section.integer("port", 1, 65535, 502), section.integer("unit", 0, 255, 1));
        section.close();
        return modbus;
    }

    private static Coverage coverage(Section section, Set<String> models) {
        String model = section.text("model");
        if (!models.contains(model)) {
            section.problem("there is no equipment model '" + model + "'");
        }
        return new Coverage(
                model,
                section.text("component"),
                Period.ofMonths(section.integer("months", 0, 1200)),
                section.date("since"),
                section.text("reference", ""));
    }
}
