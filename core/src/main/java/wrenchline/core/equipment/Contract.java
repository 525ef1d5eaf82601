package wrenchline.core.equipment;

import java.time.LocalDate;

/**
 * A contract for one piece of equipment beside its warranty (专项维护合同).
 *
 * @param category as the policy names it, for instance {@code maintenance}
 * @param from the first day
 * @param until the last day
 */
public record Contract(String category, LocalDate from, LocalDate until) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
