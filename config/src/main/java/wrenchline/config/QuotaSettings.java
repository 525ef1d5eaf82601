package wrenchline.config;

import java.util.Map;
import wrenchline.core.equipment.EquipmentId;

/**
 * What each machine may send.
 *
 * @param usual for all machines
 * @param machines for those of which something else was said
 */
public record QuotaSettings(Quota usual, Map<EquipmentId, Quota> machines) {
    public QuotaSettings {
        machines = Map.copyOf(machines);
    }

    public Quota of(EquipmentId equipment) {
        return machines.getOrDefault(equipment, usual);
    }
}
