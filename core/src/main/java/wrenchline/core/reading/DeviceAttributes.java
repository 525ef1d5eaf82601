package wrenchline.core.reading;

import java.time.Instant;
import java.util.Map;
import wrenchline.core.equipment.EquipmentId;

/**
 * What a controller says of itself that is no measurement (设备属性), such as the version of its firmware. The newest of each name
 * counts.
 *
 * @param values by name, each as JSON: {@code "2.1.0"} with its quotes, {@code 42}, {@code true}
 */
public record DeviceAttributes(EquipmentId equipment, Instant at, Map<String, String> values) {
    public DeviceAttributes {
        values = Map.copyOf(values);
    }
}
