package wrenchline.core.device;

import java.time.Instant;
import wrenchline.core.equipment.EquipmentId;

/**
 * The account of a machine (设备账户). Each machine has at most one; its name when it signs in is its equipment id.
 *
 * @param listed when it was entered
 */
public record DeviceAccount(EquipmentId equipment, Instant listed) {}
