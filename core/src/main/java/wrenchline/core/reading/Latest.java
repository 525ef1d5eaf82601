package wrenchline.core.reading;

import java.time.Instant;
import wrenchline.core.equipment.EquipmentId;

/** The newest value of one metric. */
public record Latest(EquipmentId equipment, String metric, Instant at, double value) {}
