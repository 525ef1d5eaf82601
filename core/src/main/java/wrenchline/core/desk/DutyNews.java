package wrenchline.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Shifted;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;

/** Tells people that their duty changes (值班变更通知). */
record DutyNews(Desk desk, Books books, Instant now) {

    /** What comes later is told by the page. */
    private static final Duration AHEAD = Duration.ofDays(14);

    /** A time for which something was changed. */
    record Span(Instant from, Instant until, String reason) {}

    /** Tells those who are named, those who are on duty now and were not, or were and are not, and the supervisors. */
    void tell(Roster before, Roster after, List<StaffId> named, Span span) {
        if (!span.until().isAfter(now)) {
            return;
        }
        Instant first = span.from().isAfter(now) ? span.from() : now;
        List<StaffMember> was = before.engineers(first);
        List<StaffMember> is = after.engineers(first);
        Set<StaffMember> readers = new LinkedHashSet<>(after.all(StaffMember.Role.SUPERVISOR));
        named.forEach(staff -> after.find(staff).ifPresent(readers::add));
        was.stream().filter(member -> !is.contains(member)).forEach(readers::add);
        is.stream().filter(member -> !was.contains(member)).forEach(readers::add);
        Letters letters = new Letters(desk, books, now);
        readers.forEach(reader -> letters.duty(span.from(), span.until(), is, span.reason(), reader));
    }

    /** Another roster: tells each whose turn it changes, and the supervisors, of the first change for them. Nobody expects the first. */
    void replaced(Roster before, Roster after) {
        if (before.staff().isEmpty() || before.equals(after)) {
            return;
        }
        Map<StaffMember, Shifted> first = new LinkedHashMap<>();
        for (Shifted shifted : Shifted.between(before, after, now.truncatedTo(ChronoUnit.MINUTES), AHEAD)) {
            after.all(StaffMember.Role.SUPERVISOR).forEach(reader -> first.putIfAbsent(reader, shifted));
            shifted.concerned().stream()
                    .flatMap(staff -> after.find(staff).or(() -> before.find(staff)).stream())
                    .forEach(reader -> first.putIfAbsent(reader, shifted));
        }
        Letters letters = new Letters(desk, books, now);
        first.forEach((reader, shifted) -> letters.duty(
                shifted.from(),
                shifted.until(),
                shifted.is().stream()
                        .flatMap(staff -> after.find(staff).stream())
                        .toList(),
                desk.wording().text("roster.replaced", reader.language(), Map.of()),
                reader));
    }
}
