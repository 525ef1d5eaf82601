package wrenchline.core.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A time in which the same people are on duty in the same order (值班时段).
 *
 * @param engineers the first to be called first; nobody where the roster has a gap
 */
public record Stretch(Instant from, Instant until, List<StaffId> engineers) {

    public Stretch {
        engineers = List.copyOf(engineers);
    }

    /** All of {@code span} from {@code start} on, one after the other without a gap between them, to the minute. */
    public static List<Stretch> of(Roster roster, Instant start, Duration span) {
        Instant end = start.plus(span);
        List<Stretch> stretches = new ArrayList<>();
        Instant began = start;
        List<StaffId> on = on(roster, start);
        for (Instant minute = start; minute.isBefore(end); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            List<StaffId> now = on(roster, minute);
            if (!now.equals(on)) {
                stretches.add(new Stretch(began, minute, on));
                began = minute;
                on = now;
            }
        }
        stretches.add(new Stretch(began, end, on));
        return stretches;
    }

    private static List<StaffId> on(Roster roster, Instant minute) {
        return roster.engineers(minute).stream().map(StaffMember::id).toList();
    }
}
