package wrenchline.dashboard.sheet;

import java.time.Period;
import java.util.List;
import java.util.Set;
import wrenchline.core.desk.Books;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Fieldbus;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Warranty;

/**
 * Equipment, one a line. The warranty's term is an ISO 8601 period such as P3Y; without a Modbus host the controller reports by itself.
 *
 * @param models ids of the known equipment models
 */
record EquipmentSheet(Set<String> models) implements Register<Equipment> {

    private static final int MODBUS = 502;

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "phone_code",
                "name_zh",
                "name_en",
                "model",
                "serial_number",
                "customer",
                "site",
                "accepted_on",
                "handed_over_on",
                "warranty_term",
                "modbus_host",
                "modbus_port",
                "modbus_unit");
    }

    @Override
    public List<Equipment> all(Books books) {
        return books.register().equipment();
    }

    @Override
    public List<String> write(Equipment one) {
        List<String> modbus = switch (one.fieldbus()) {
            case Fieldbus.None() -> List.of("", "", "");
            case Fieldbus.ModbusTcp(String host, int port, int unit) ->
                List.of(host, Integer.toString(port), Integer.toString(unit));
        };
        return List.of(
                one.id().value(),
                one.phoneCode(),
                one.names().zh(),
                one.names().en(),
                one.model(),
                one.serialNumber(),
                one.customer().value(),
                one.site(),
                one.warranty().acceptedOn().toString(),
                one.warranty().handedOverOn().toString(),
                one.warranty().term().toString(),
                modbus.get(0),
                modbus.get(1),
                modbus.get(2));
    }

    @Override
    public Equipment read(Cells cells, Books books) {
        EquipmentId none = new EquipmentId("none");
        CustomerId customer = new CustomerId(cells.needed("customer"));
        if (!customer.value().isEmpty() && books.register().find(customer).isEmpty()) {
            cells.wrong("customer", "there is no customer '" + customer + "'");
        }
        return new Equipment(
                cells.read("id", EquipmentId::new, none, any -> true, "1 to 64 of A-Z a-z 0-9 . _ -"),
                cells.text("phone_code", code -> code.matches("\\d{0,12}"), "at most 12 digits"),
                new Names(cells.needed("name_zh"), cells.needed("name_en")),
                cells.text("model", models::contains, "a known model: " + String.join(", ", models)),
                cells.text("serial_number"),
                customer,
                cells.text("site"),
                new Warranty(
                        cells.date("accepted_on"),
                        cells.date("handed_over_on"),
                        cells.read(
                                "warranty_term",
                                Period::parse,
                                Period.ZERO,
                                term -> !term.isNegative(),
                                "a period such as P3Y")),
                fieldbus(cells));
    }

    private static Fieldbus fieldbus(Cells cells) {
        String host = cells.text("modbus_host");
        return host.isEmpty()
                ? new Fieldbus.None()
                : new Fieldbus.ModbusTcp(
                        host, cells.number("modbus_port", 1, 65535, MODBUS), cells.number("modbus_unit", 0, 255, 1));
    }

    @Override
    public String key(Equipment one) {
        return one.id().value();
    }

    @Override
    public void enter(Books books, List<Equipment> all) {
        all.forEach(books.register()::put);
    }
}
