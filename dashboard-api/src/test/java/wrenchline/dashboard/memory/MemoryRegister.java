package wrenchline.dashboard.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentRegister;

/** The register in memory. */
public final class MemoryRegister implements EquipmentRegister {

    private final Map<EquipmentId, Equipment> equipment = new LinkedHashMap<>();
    private final Map<CustomerId, Customer> customers = new LinkedHashMap<>();

    @Override
    public void put(Customer customer) {
        customers.put(customer.id(), customer);
    }

    @Override
    public void put(Equipment one) {
        equipment.put(one.id(), one);
    }

    @Override
    public List<Equipment> equipment() {
        return List.copyOf(equipment.values());
    }

    @Override
    public Optional<Equipment> find(EquipmentId id) {
        return Optional.ofNullable(equipment.get(id));
    }

    @Override
    public Optional<Equipment> byPhoneCode(String digits) {
        return equipment.values().stream()
                .filter(one -> one.phoneCode().equals(digits))
                .findFirst();
    }

    @Override
    public List<Customer> customers() {
        return List.copyOf(customers.values());
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public Optional<Customer> byPhone(String number) {
        return customers.values().stream()
                .filter(one -> one.phones().contains(number))
                .findFirst();
    }
}
