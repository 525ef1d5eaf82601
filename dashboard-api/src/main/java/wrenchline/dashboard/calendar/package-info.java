/**
 * Rosters as iCalendar (RFC 5545), in and out, by biweekly, whose types stay here. May import {@code core}.
 */
@NullMarked
package wrenchline.dashboard.calendar;

import org.jspecify.annotations.NullMarked;
