package wrenchline.core.duty;

import java.time.Instant;
import java.util.List;

/** For a time, these are on duty in the place of those whom the shifts name (临时调班). */
public record Substitution(Instant from, Instant until, List<StaffId> order, String reason) {
    public Substitution {
        order = List.copyOf(order);
    }

    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
