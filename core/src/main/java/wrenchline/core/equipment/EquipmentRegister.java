package wrenchline.core.equipment;

import java.util.List;
import java.util.Optional;

/** The register of customers and equipment (设备台账). Nothing is ever dropped from it: support is for life (终身维修). */
public interface EquipmentRegister {

    void put(Customer customer);

    void put(Equipment equipment);

    List<Equipment> equipment();

    Optional<Equipment> find(EquipmentId id);

    Optional<Equipment> byPhoneCode(String digits);

    List<Customer> customers();

    Optional<Customer> find(CustomerId id);

    /** The customer who owns {@code number}, in whatever form either is written (see {@link PhoneNumber}). */
    Optional<Customer> byPhone(String number);
}
