package wrenchline.core.reading;

import java.time.Instant;
import wrenchline.core.equipment.EquipmentId;

/** Whether a controller is connected (在线状态). */
public record DeviceStatus(EquipmentId equipment, Instant at, boolean online) {}
