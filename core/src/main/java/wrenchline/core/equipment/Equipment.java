package wrenchline.core.equipment;

/**
 * One piece of registered equipment (设备).
 *
 * @param phoneCode the digits by which a caller names it, as on its plate
 * @param model identifier of its {@link EquipmentModel}
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
        Fieldbus fieldbus) {

    /** A machine whose controller reports by itself. */
    public Equipment(
            EquipmentId id,
            String phoneCode,
            Names names,
            String model,
            String serialNumber,
            CustomerId customer,
            String site,
            Warranty warranty) {
        this(id, phoneCode, names, model, serialNumber, customer, site, warranty, new Fieldbus.None());
    }
}
