package wrenchline.core.duty;

import java.time.Instant;

/** Somebody is not there, whatever the shifts say (请假). */
public record Absence(StaffId staff, Instant from, Instant until, String reason) {

    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
