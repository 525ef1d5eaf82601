package wrenchline.core.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The proof that somebody is on duty at any minute (值班无缺口证明).
 *
 * @param minutes how many were looked at, each by itself
 * @param gaps in which nobody is
 */
public record Coverage(Instant from, Instant until, long minutes, List<Gap> gaps) {

    public Coverage {
        gaps = List.copyOf(gaps);
    }

    /** From its first minute to the first that is covered again. */
    public record Gap(Instant from, Instant until) {}

    /** Looks at every minute of {@code span} from {@code start} on. */
    public static Coverage of(Roster roster, Instant start, Duration span) {
        Instant from = start.truncatedTo(ChronoUnit.MINUTES);
        long minutes = span.toMinutes();
        List<Gap> gaps = new ArrayList<>();
        long open = -1;
        for (long minute = 0; minute <= minutes; minute++) {
            boolean covered = minute == minutes
                    || !roster.engineers(from.plus(minute, ChronoUnit.MINUTES)).isEmpty();
            if (!covered && open < 0) {
                open = minute;
            } else if (covered && open >= 0) {
                gaps.add(new Gap(from.plus(open, ChronoUnit.MINUTES), from.plus(minute, ChronoUnit.MINUTES)));
                open = -1;
            }
        }
        return new Coverage(from, from.plus(minutes, ChronoUnit.MINUTES), minutes, gaps);
    }
}
