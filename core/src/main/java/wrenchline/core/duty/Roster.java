package wrenchline.core.duty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Who is on duty when (值班表). */
public record Roster(ZoneId zone, List<StaffMember> staff, List<Shift> shifts) {

    /** Nobody at all. */
    public static final Roster EMPTY = new Roster(ZoneId.of("Asia/Shanghai"), List.of(), List.of());

    public Roster {
        staff = List.copyOf(staff);
        shifts = List.copyOf(shifts);
    }

    /** The engineers on duty at {@code instant}, the first to be called first. */
    public List<StaffMember> engineers(Instant instant) {
        return shifts.stream()
                .filter(shift -> shift.covers(instant, zone))
                .flatMap(shift -> shift.order().stream())
                .distinct()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Everybody with {@code role}. */
    public List<StaffMember> all(StaffMember.Role role) {
        return staff.stream().filter(member -> member.role() == role).toList();
    }

    public Optional<StaffMember> find(StaffId id) {
        return staff.stream().filter(member -> member.id().equals(id)).findFirst();
    }
}
