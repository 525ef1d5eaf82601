package wrenchline.core.duty;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A daily shift (班次). {@code from == to} is the whole day; {@code to < from} runs over midnight.
 *
 * @param order who is called first, second, …
 */
public record Shift(String name, LocalTime from, LocalTime to, List<StaffId> order) {

    public Shift {
        order = List.copyOf(order);
    }

    /** Whether the shift is on duty at {@code instant} in {@code zone}. */
    public boolean covers(Instant instant, ZoneId zone) {
        LocalTime time = instant.atZone(zone).toLocalTime();
        if (from.equals(to)) {
            return true;
        }
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
}
