package wrenchline.core.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A time in which others are on duty than were to be, or in another order (值班变动).
 *
 * @param was who was to be called, the first first
 * @param is who is called
 */
public record Shifted(Instant from, Instant until, List<StaffId> was, List<StaffId> is) {

    public Shifted {
        was = List.copyOf(was);
        is = List.copyOf(is);
    }

    /** Where {@code after} differs from {@code before}, in the {@code span} from {@code start} on, in the order of time. */
    public static List<Shifted> between(Roster before, Roster after, Instant start, Duration span) {
        List<Stretch> old = Stretch.of(before, start, span);
        List<Stretch> now = Stretch.of(after, start, span);
        Set<Instant> ends = new TreeSet<>();
        old.forEach(stretch -> ends.add(stretch.until()));
        now.forEach(stretch -> ends.add(stretch.until()));
        List<Shifted> all = new ArrayList<>();
        Instant from = start;
        for (Instant until : ends) {
            Shifted piece = new Shifted(from, until, at(old, from), at(now, from));
            if (!piece.was().equals(piece.is())) {
                all.add(piece);
            }
            from = until;
        }
        return all;
    }

    private static List<StaffId> at(List<Stretch> stretches, Instant time) {
        return stretches.stream()
                .filter(stretch -> time.isBefore(stretch.until()))
                .findFirst()
                .map(Stretch::engineers)
                .orElse(List.of());
    }

    /** Whose turn it changes. */
    public List<StaffId> concerned() {
        Set<StaffId> all = new LinkedHashSet<>(is);
        all.addAll(was);
        return all.stream()
                .filter(staff -> was.indexOf(staff) != is.indexOf(staff))
                .toList();
    }
}
