package wrenchline.config;

import java.time.Duration;
import java.util.Map;
import wrenchline.core.equipment.EquipmentId;

/**
 * Sparkplug B, in which this product is a Host Application.
 *
 * @param hostId names it; no other host on the same brokers may have the same
 * @param reorderTimeout how long after a gap in a node's sequence numbers the missing messages may still come
 * @param machines which machine a device is, by {@code group/node/device} or {@code group/node}
 * @param metrics which metric of ours a metric is, by its Sparkplug name
 */
public record SparkplugSettings(
        String hostId, Duration reorderTimeout, Map<String, EquipmentId> machines, Map<String, String> metrics) {
    public SparkplugSettings {
        machines = Map.copyOf(machines);
        metrics = Map.copyOf(metrics);
    }
}
