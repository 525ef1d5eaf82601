package wrenchline.core.equipment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One piece of registered equipment (设备).
 *
 * @param phoneCode the digits by which a caller names it, as on its plate
 * @param model identifier of its {@link EquipmentModel}
 * @param contract null for none
 * @param fieldbus how its controller is asked, where it does not report by itself
 */
public record Equipment(
        EquipmentId id,
        String phoneCode,
        Names names,
        String model,
        String serialNumber,
        CustomerId customer,
        String site,
        Warranty warranty,
        Fieldbus fieldbus,
        @Nullable Contract contract) {

    /** One whose controller reports by itself, without a contract. */
    public static Equipment reporting(
            EquipmentId id,
            String phoneCode,
            Names names,
            String model,
            String serialNumber,
            CustomerId customer,
            String site,
            Warranty warranty) {
        return new Equipment(
                id, phoneCode, names, model, serialNumber, customer, site, warranty, new Fieldbus.None(), null);
    }

    /** The contract that holds on {@code day}. */
    public Optional<Contract> contractOn(LocalDate day) {
        return Optional.ofNullable(contract).filter(held -> held.covers(day));
    }
}
