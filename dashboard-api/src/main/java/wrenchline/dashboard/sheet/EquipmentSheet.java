package wrenchline.dashboard.sheet;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wrenchline.core.desk.Books;
import wrenchline.core.equipment.Contract;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Fieldbus;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Warranty;

/**
 * Equipment, one a line. The warranty's term is an ISO 8601 period such as P3Y, and its dates stay empty until they are known; without a Modbus host the controller reports by itself.
 *
 * @param models ids of the known equipment models
 */
record EquipmentSheet(Set<String> models) implements Register<Equipment> {

    private static final int MODBUS = 502;
    private static final Set<String> CONTRACT = Set.of("contract", "contract_from", "contract_until");

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
                "contract",
                "contract_from",
                "contract_until",
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
        Contract contract = one.contract();
        return List.of(
                one.id().value(),
                one.phoneCode(),
                one.names().zh(),
                one.names().en(),
                one.model(),
                one.serialNumber(),
                one.customer().value(),
                one.site(),
                text(one.warranty().acceptedOn()),
                text(one.warranty().handedOverOn()),
                one.warranty().term().toString(),
                contract == null ? "" : contract.category(),
                text(contract == null ? null : contract.from()),
                text(contract == null ? null : contract.until()),
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
                        date(cells, "accepted_on"),
                        date(cells, "handed_over_on"),
                        cells.read(
                                "warranty_term",
                                Period::parse,
                                Period.ZERO,
                                term -> !term.isNegative(),
                                "a period such as P3Y")),
                fieldbus(cells),
                contract(cells, books));
    }

    @Override
    public Set<String> optional() {
        return CONTRACT;
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static @Nullable LocalDate date(Cells cells, String column) {
        return cells.text(column).isEmpty() ? null : cells.date(column);
    }

    /** A file that says nothing of contracts changes none. */
    private static @Nullable Contract contract(Cells cells, Books books) {
        if (!cells.has("contract")) {
            String id = cells.text("id");
            return Optional.of(id)
                    .filter(EquipmentId::isValid)
                    .flatMap(valid -> books.register().find(new EquipmentId(valid)))
                    .flatMap(known -> Optional.ofNullable(known.contract()))
                    .orElse(null);
        }
        String category = cells.text("contract");
        return category.isEmpty()
                ? null
                : new Contract(category, cells.date("contract_from"), cells.date("contract_until"));
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
