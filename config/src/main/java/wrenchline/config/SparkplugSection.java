package wrenchline.config;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import wrenchline.core.equipment.EquipmentId;

/** Reads {@code sparkplug} of {@code wrenchline.yaml}; all of it may be left out. */
final class SparkplugSection {

    private SparkplugSection() {}

    static SparkplugSettings read(Section section) {
        String hostId = section.text("hostId", "wrenchline");
        if (hostId.isBlank() || hostId.matches(".*[/+#].*")) {
            section.problem("'sparkplug.hostId' is '" + hostId + "', not a name without / + #");
        }
        Duration timeout = section.duration("reorderTimeout", Duration.ofSeconds(2));
        Map<String, EquipmentId> machines = new TreeMap<>();
        section.section("machines").table().forEach((path, id) -> {
            if (EquipmentId.isValid(id)) {
                machines.put(path, new EquipmentId(id));
            } else {
                section.problem("'sparkplug.machines." + path + "' is '" + id + "', no equipment id");
            }
        });
        Map<String, String> metrics = section.section("metrics").table();
        section.close();
        return new SparkplugSettings(hostId, timeout, machines, metrics);
    }
}
