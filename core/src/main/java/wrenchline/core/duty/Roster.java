package wrenchline.core.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty when (值班表).
 *
 * @param exceptions what goes before the shifts; null for nothing
 */
public record Roster(
        ZoneId zone,
        List<StaffMember> staff,
        List<Shift> shifts,
        @Nullable Exceptions exceptions) {

    /** Nobody at all. */
    public static final Roster EMPTY = new Roster(ZoneId.of("Asia/Shanghai"), List.of(), List.of());

    private static final Exceptions NONE = new Exceptions(Set.of(), List.of(), List.of(), List.of());

    /** Between territories of which nothing is known. */
    private static final Duration FAR = Duration.ofHours(2);

    private static final Duration NEAR = Duration.ofMinutes(30);

    public Roster {
        staff = List.copyOf(staff);
        shifts = List.copyOf(shifts);
    }

    /** A roster without exceptions. */
    public Roster(ZoneId zone, List<StaffMember> staff, List<Shift> shifts) {
        this(zone, staff, shifts, null);
    }

    /**
     * What the shifts alone do not say.
     *
     * @param substitutions of which the last that covers a moment holds
     * @param travel between territories
     */
    public record Exceptions(
            Set<LocalDate> holidays, List<Absence> absences, List<Substitution> substitutions, List<Travel> travel) {
        public Exceptions {
            holidays = Set.copyOf(holidays);
            absences = List.copyOf(absences);
            substitutions = List.copyOf(substitutions);
            travel = List.copyOf(travel);
        }
    }

    /** What goes before the shifts. */
    public Exceptions exceptionsIfAny() {
        return exceptions == null ? NONE : exceptions;
    }

    /** Other people and shifts under the same exceptions. */
    public Roster with(List<StaffMember> people, List<Shift> duties) {
        return new Roster(zone, people, duties, exceptions);
    }

    public Roster with(Exceptions others) {
        return new Roster(zone, staff, shifts, others);
    }

    /** The engineers on duty at {@code instant}, the first to be called first. */
    public List<StaffMember> engineers(Instant instant) {
        return substituted(instant)
                .map(List::stream)
                .orElseGet(() -> shifts.stream()
                        .flatMap(shift ->
                                shift.on(instant, zone, exceptionsIfAny().holidays()).stream()))
                .distinct()
                .flatMap(id -> find(id).stream())
                .filter(member -> isThere(member.id(), instant))
                .toList();
    }

    private Optional<List<StaffId>> substituted(Instant instant) {
        return exceptionsIfAny().substitutions().stream()
                .filter(one -> one.covers(instant))
                .reduce((_, last) -> last)
                .map(Substitution::order);
    }

    /** Whether {@code staff} is not on leave at {@code instant}. */
    public boolean isThere(StaffId staff, Instant instant) {
        return exceptionsIfAny().absences().stream()
                .noneMatch(absence -> absence.staff().equals(staff) && absence.covers(instant));
    }

    /** How long {@code member} needs to {@code territory}. */
    public Duration travel(StaffMember member, String territory) {
        if (territory.isEmpty() || member.territoriesIfAny().contains(territory)) {
            return NEAR;
        }
        Stream<Duration> known = member.territoriesIfAny().stream()
                .flatMap(own -> exceptionsIfAny().travel().stream().filter(way -> way.joins(own, territory)))
                .map(Travel::time);
        return known.min(Duration::compareTo).orElse(FAR);
    }

    /** Everybody with {@code role} who is in the roster. */
    public List<StaffMember> all(StaffMember.Role role) {
        return staff.stream().filter(member -> member.role() == role).toList();
    }

    public Optional<StaffMember> find(StaffId id) {
        return staff.stream().filter(member -> member.id().equals(id)).findFirst();
    }
}
