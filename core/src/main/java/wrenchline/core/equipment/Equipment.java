package wrenchline.core.equipment;

/**
 * One piece of registered equipment (设备).
 *
 * @param phoneCode the digits by which a caller names it, as on its plate
 * @param model identifier of its {@link EquipmentModel}
 */
public record Equipment(
        EquipmentId id,
        String phoneCode,
        Names names,
        String model,
        String serialNumber,
        CustomerId customer,
        String site,
        Warranty warranty) {}
