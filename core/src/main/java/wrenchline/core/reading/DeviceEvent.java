package wrenchline.core.reading;

import java.time.Instant;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;

/** A fault code that the controller itself reports (设备事件). */
public record DeviceEvent(
        EquipmentId equipment, Instant at, Instant received, String code, Severity severity, String text) {}
