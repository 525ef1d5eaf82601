package wrenchline.core.duty;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns the rungs of a ladder into people, by the roster of one moment. */
public record Duty(Roster roster) {

    /** Whom {@code target} means at {@code instant}; empty when nobody fits. */
    public List<StaffMember> reach(Rung.Target target, Instant instant) {
        List<StaffMember> engineers = roster.engineers(instant);
        return switch (target) {
            case FIRST_ENGINEER -> engineers.stream().limit(1).toList();
            case SECOND_ENGINEER ->
                engineers.stream().skip(engineers.size() > 1 ? 1 : 0).limit(1).toList();
            case SUPERVISOR -> roster.all(StaffMember.Role.SUPERVISOR);
            case EVERYBODY -> everybody(engineers);
            case MANAGER -> roster.all(StaffMember.Role.MANAGER);
            case DIRECTOR -> directors();
            case CUSTOMER -> List.of();
        };
    }

    /** {@code meant}, or the supervisors where that is nobody; and where there are none, everybody: a rung never comes to nothing. */
    public List<StaffMember> somebody(List<StaffMember> meant) {
        List<StaffMember> supervisors = roster.all(StaffMember.Role.SUPERVISOR);
        return meant.isEmpty() ? supervisors.isEmpty() ? roster.staff() : supervisors : meant;
    }

    private List<StaffMember> directors() {
        List<StaffMember> directors = roster.all(StaffMember.Role.DIRECTOR);
        return directors.isEmpty() ? roster.all(StaffMember.Role.MANAGER) : directors;
    }

    private List<StaffMember> everybody(List<StaffMember> engineers) {
        Set<StaffMember> all = new LinkedHashSet<>(engineers);
        all.addAll(roster.all(StaffMember.Role.SUPERVISOR));
        return List.copyOf(all);
    }
}
