package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.StaffId;

/**
 * The roster in force (值班表).
 *
 * @param onDuty the engineers on duty now, the first to be called first
 */
public record RosterView(@JsonUnwrapped Roster roster, List<StaffId> onDuty) {}
