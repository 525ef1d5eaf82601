package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.Contract;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentRegister;
import wrenchline.core.equipment.Fieldbus;
import wrenchline.core.equipment.Fieldbus.ModbusTcp;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.equipment.Warranty;

/** The register of customers and equipment in PostgreSQL. */
record SqlEquipmentRegister(Handle handle) implements EquipmentRegister {

    @Override
    public void put(Customer customer) {
        handle.createUpdate("""
                        insert into customer (id, name, address, language, phones, numbers, service_class, territory)
                        values (:id, :name, :address, :language, :phones, :numbers, :serviceClass, :territory)
                        on conflict (id) do update set name = excluded.name, address = excluded.address,
                            language = excluded.language, phones = excluded.phones, numbers = excluded.numbers,
                            service_class = excluded.service_class, territory = excluded.territory
                        """)
                .bind("id", customer.id().value())
                .bind("name", customer.name())
                .bind("address", customer.address())
                .bind("language", customer.language())
                .bind("serviceClass", customer.serviceClass())
                .bind("territory", customer.territory())
                .bindArray("phones", String.class, customer.phones())
                .bindArray(
                        "numbers",
                        String.class,
                        customer.phones().stream().map(PhoneNumber::normalise).toList())
                .execute();
    }

    @Override
    public void put(Equipment equipment) {
        ModbusTcp modbus = equipment.fieldbus() instanceof ModbusTcp polled ? polled : null;
        Contract contract = equipment.contract();
        handle.createUpdate("""
                        insert into equipment (id, phone_code, name_zh, name_en, model, serial_number, customer, site,
                            accepted_on, handed_over_on, warranty_term, modbus_host, modbus_port, modbus_unit, contract)
                        values (:id, :phoneCode, :zh, :en, :model, :serialNumber, :customer, :site,
                            :acceptedOn, :handedOverOn, :term, :host, :port, :unit,
                            cast(:contract as json))
                        on conflict (id) do update set phone_code = excluded.phone_code, name_zh = excluded.name_zh,
                            name_en = excluded.name_en, model = excluded.model,
                            serial_number = excluded.serial_number, customer = excluded.customer,
                            site = excluded.site, accepted_on = excluded.accepted_on,
                            handed_over_on = excluded.handed_over_on, warranty_term = excluded.warranty_term,
                            modbus_host = excluded.modbus_host, modbus_port = excluded.modbus_port,
                            modbus_unit = excluded.modbus_unit, contract = excluded.contract
                        """)
                .bind("id", equipment.id().value())
                .bind("phoneCode", equipment.phoneCode())
                .bind("zh", equipment.names().zh())
                .bind("en", equipment.names().en())
                .bind("model", equipment.model())
                .bind("serialNumber", equipment.serialNumber())
                .bind("customer", equipment.customer().value())
                .bind("site", equipment.site())
                .bind("acceptedOn", equipment.warranty().acceptedOn())
                .bind("handedOverOn", equipment.warranty().handedOverOn())
                .bind("term", equipment.warranty().term().toString())
                .bind("host", modbus == null ? null : modbus.host())
                .bind("port", modbus == null ? null : (Integer) modbus.port())
                .bind("unit", modbus == null ? null : (Integer) modbus.unit())
                .bind("contract", contract == null ? null : Json.write(Contract.class, contract))
                .execute();
    }

    @Override
    public List<Equipment> equipment() {
        return handle.createQuery("select * from equipment order by id")
                .map((row, context) -> equipment(row))
                .list();
    }

    @Override
    public Optional<Equipment> find(EquipmentId id) {
        return handle.createQuery("select * from equipment where id = :id")
                .bind("id", id.value())
                .map((row, context) -> equipment(row))
                .findFirst();
    }

    @Override
    public Optional<Equipment> byPhoneCode(String digits) {
        return handle.createQuery("select * from equipment where phone_code = :code and phone_code <> '' order by id")
                .bind("code", digits)
                .map((row, context) -> equipment(row))
                .findFirst();
    }

    @Override
    public List<Customer> customers() {
        return handle.createQuery("select * from customer order by id")
                .map((row, context) -> customer(row))
                .list();
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return handle.createQuery("select * from customer where id = :id")
                .bind("id", id.value())
                .map((row, context) -> customer(row))
                .findFirst();
    }

    @Override
    public Optional<Customer> byPhone(String number) {
        String plain = PhoneNumber.normalise(number);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        return handle.createQuery("select * from customer where numbers @> :numbers order by id")
                .bindArray("numbers", String.class, plain)
                .map((row, context) -> customer(row))
                .findFirst();
    }

    private static Customer customer(ResultSet row) throws SQLException {
        String[] phones = (String[]) row.getArray("phones").getArray();
        return new Customer(
                new CustomerId(row.getString("id")),
                row.getString("name"),
                row.getString("address"),
                row.getString("language"),
                Arrays.asList(phones),
                row.getString("service_class"),
                row.getString("territory"));
    }

    private static Equipment equipment(ResultSet row) throws SQLException {
        return new Equipment(
                new EquipmentId(row.getString("id")),
                row.getString("phone_code"),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                row.getString("model"),
                row.getString("serial_number"),
                new CustomerId(row.getString("customer")),
                row.getString("site"),
                new Warranty(
                        row.getObject("accepted_on", LocalDate.class),
                        row.getObject("handed_over_on", LocalDate.class),
                        Period.parse(row.getString("warranty_term"))),
                fieldbus(row),
                contract(row));
    }

    private static @Nullable Contract contract(ResultSet row) throws SQLException {
        String details = row.getString("contract");
        return details == null ? null : Json.read(Contract.class, details);
    }

    private static Fieldbus fieldbus(ResultSet row) throws SQLException {
        String host = row.getString("modbus_host");
        return host == null
                ? new Fieldbus.None()
                : new ModbusTcp(host, row.getInt("modbus_port"), row.getInt("modbus_unit"));
    }
}
