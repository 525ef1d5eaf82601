package wrenchline.dashboard.sheet;

import wrenchline.core.duty.Shift;
import wrenchline.core.duty.StaffMember;

/** A line of the roster's table. */
sealed interface RosterLine {

    record Person(StaffMember member) implements RosterLine {}

    record Duty(Shift shift) implements RosterLine {}
}
