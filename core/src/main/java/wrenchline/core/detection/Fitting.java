package wrenchline.core.detection;

import java.time.Instant;
import wrenchline.core.equipment.EquipmentId;

/**
 * A wear part was fitted (更换易损件).
 *
 * @param part by its id in the machine's model
 * @param used how much of its life it had behind it then, in what the part's use is counted; 0 for a new one
 */
public record Fitting(EquipmentId equipment, String part, Instant at, double used) {}
