package wrenchline.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import wrenchline.core.duty.Absence;
import wrenchline.core.duty.Coverage;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Roster.Exceptions;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.duty.Stretch;
import wrenchline.core.duty.Substitution;

/** Who is on duty, and what people change about it (值班管理). */
public final class RosterDesk {

    private final Desk desk;

    public RosterDesk(Desk desk) {
        this.desk = desk;
    }

    /** @param engineers the first to be called first */
    public record OnDuty(Instant at, List<StaffMember> engineers, List<StaffMember> supervisors) {}

    /** A time of duty. */
    public record Turn(Instant from, Instant until) {}

    public OnDuty onDuty(Instant at) {
        Roster roster = roster();
        return new OnDuty(at, roster.engineers(at), roster.all(StaffMember.Role.SUPERVISOR));
    }

    /** The proof that no minute of the coming {@code span} is uncovered, or where it is. */
    public Coverage coverage(Duration span) {
        return Coverage.of(roster(), desk.clock().instant(), span);
    }

    /** Who is on duty from {@code from} on for {@code span}, to the minute. */
    public List<Stretch> stretches(Instant from, Duration span) {
        return Stretch.of(roster(), from.truncatedTo(ChronoUnit.MINUTES), span);
    }

    public ZoneId zone() {
        return roster().zone();
    }

    /** When {@code staff} is on duty in the coming {@code span}, to the minute. */
    public List<Turn> turns(StaffId staff, Duration span) {
        Roster roster = roster();
        Instant from = desk.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        List<Turn> turns = new ArrayList<>();
        long began = -1;
        for (long minute = 0; minute <= span.toMinutes(); minute++) {
            boolean on = minute < span.toMinutes()
                    && roster.engineers(from.plus(minute, ChronoUnit.MINUTES)).stream()
                            .anyMatch(member -> member.id().equals(staff));
            if (on && began < 0) {
                began = minute;
            } else if (!on && began >= 0) {
                turns.add(new Turn(from.plus(began, ChronoUnit.MINUTES), from.plus(minute, ChronoUnit.MINUTES)));
                began = -1;
            }
        }
        return turns;
    }

    /** Somebody is away; entering the same again changes nothing. Tells who it is that nobody knows, if any. */
    public Optional<StaffId> add(List<Absence> absences) {
        List<DutyNews.Span> spans = absences.stream()
                .filter(one -> !roster().exceptionsIfAny().absences().contains(one))
                .map(one -> new DutyNews.Span(one.from(), one.until(), one.reason()))
                .toList();
        return change(absences.stream().map(Absence::staff).toList(), spans, before -> {
            Set<Absence> all = new LinkedHashSet<>(before.absences());
            all.addAll(absences);
            return new Exceptions(before.holidays(), List.copyOf(all), before.substitutions(), before.travel());
        });
    }

    /** Others are on duty for a time. Tells who it is that nobody knows, if any. */
    public Optional<StaffId> add(Substitution substitution) {
        DutyNews.Span span = new DutyNews.Span(substitution.from(), substitution.until(), substitution.reason());
        return change(substitution.order(), List.of(span), before -> {
            List<Substitution> all = new ArrayList<>(before.substitutions());
            all.add(substitution);
            return new Exceptions(before.holidays(), before.absences(), all, before.travel());
        });
    }

    private Optional<StaffId> change(List<StaffId> named, List<DutyNews.Span> spans, UnaryOperator<Exceptions> change) {
        return desk.transactions().call(books -> {
            Roster before = books.rosters().current();
            Optional<StaffId> stranger =
                    named.stream().filter(staff -> before.find(staff).isEmpty()).findFirst();
            Exceptions changed = change.apply(before.exceptionsIfAny());
            if (stranger.isEmpty() && !changed.equals(before.exceptionsIfAny())) {
                Roster after = before.with(changed);
                books.rosters().replace(after);
                DutyNews news = new DutyNews(desk, books, desk.clock().instant());
                spans.forEach(span -> news.tell(before, after, named, span));
            }
            return stranger;
        });
    }

    /** Puts {@code roster} in force, keeps what people entered for times that are not over, and tells whose duty it changes. */
    public void replace(Roster roster) {
        desk.transactions().run(books -> replace(books, roster));
    }

    /** The same as part of a transaction. */
    public void replace(Books books, Roster roster) {
        Instant now = desk.clock().instant();
        Roster before = books.rosters().current();
        Exceptions kept = before.exceptionsIfAny();
        Exceptions given = roster.exceptionsIfAny();
        Set<Absence> absences = new LinkedHashSet<>(given.absences());
        kept.absences().stream().filter(one -> one.until().isAfter(now)).forEach(absences::add);
        Set<Substitution> substitutions = new LinkedHashSet<>(given.substitutions());
        kept.substitutions().stream().filter(one -> one.until().isAfter(now)).forEach(substitutions::add);
        Roster after = roster.with(
                new Exceptions(given.holidays(), List.copyOf(absences), List.copyOf(substitutions), given.travel()));
        books.rosters().replace(after);
        new DutyNews(desk, books, now).replaced(before, after);
    }

    private Roster roster() {
        return desk.transactions().call(books -> books.rosters().current());
    }
}
