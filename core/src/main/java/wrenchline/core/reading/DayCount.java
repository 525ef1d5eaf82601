package wrenchline.core.reading;

import java.time.LocalDate;
import wrenchline.core.equipment.EquipmentId;

/** How many readings of one machine have their event time in one UTC day. */
public record DayCount(EquipmentId equipment, LocalDate day, long readings) {}
