package wrenchline.core.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When nobody is disturbed who need not be (免打扰时段), every day by the roster's clock.
 *
 * @param from equal to {@code to} for never; later than {@code to} when the night is within
 */
public record QuietHours(LocalTime from, LocalTime to) {

    public static final QuietHours NEVER = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** When the quiet in which {@code now} lies ends; empty when it is not quiet. */
    public Optional<Instant> end(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overnight = from.isAfter(to);
        boolean evening = !time.isBefore(from);
        boolean morning = time.isBefore(to);
        boolean quiet = overnight ? evening || morning : evening && morning;
        if (!quiet) {
            return Optional.empty();
        }
        ZonedDateTime end = local.with(to);
        return Optional.of((overnight && evening ? end.plusDays(1) : end).toInstant());
    }
}
