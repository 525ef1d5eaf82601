package wrenchline.config;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wrenchline.core.duty.Absence;
import wrenchline.core.duty.Certificate;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Rotation;
import wrenchline.core.duty.Shift;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.duty.Substitution;
import wrenchline.core.duty.Travel;

/** Reads who is on duty when out of a site file. */
record RosterSection(ZoneId zone, Set<String> models, Set<StaffId> known) {

    static Roster read(Section root, ZoneId zone, Set<String> models) {
        RosterSection reader = new RosterSection(zone, models, new HashSet<>());
        List<StaffMember> staff = root.sections("staff", reader::member);
        List<Shift> shifts = root.sections("shifts", reader::shift);
        Set<LocalDate> holidays = new HashSet<>(root.has("holidays") ? root.dates("holidays") : List.of());
        return new Roster(
                zone,
                staff,
                shifts,
                new Roster.Exceptions(
                        holidays,
                        root.sections("absences", reader::absence),
                        root.sections("overrides", reader::substitution),
                        root.sections("travel", RosterSection::travel)));
    }

    private StaffMember member(Section section) {
        StaffId id = new StaffId(section.text("id"));
        if (!known.add(id)) {
            section.problem("'" + id + "' stands twice in staff");
        }
        List<String> skills = section.has("skills") ? section.texts("skills") : null;
        if (skills != null) {
            skills.stream().filter(skill -> !models.contains(skill)).forEach(skill -> noModel(section, skill));
        }
        return new StaffMember(
                id,
                section.text("name"),
                section.choice("role", StaffMember.Role.class, StaffMember.Role.ENGINEER),
                section.text("phone"),
                section.text("language", "zh"),
                section.has("territories") ? section.texts("territories") : null,
                skills,
                section.has("certificates") ? section.sections("certificates", this::certificate) : null);
    }

    private Certificate certificate(Section section) {
        Certificate certificate = new Certificate(section.text("name"), section.text("skill"), section.date("expires"));
        if (!models.contains(certificate.skill())) {
            noModel(section, certificate.skill());
        }
        return certificate;
    }

    private static void noModel(Section section, String skill) {
        section.problem("there is no equipment model '" + skill + "' to be skilled in");
    }

    private Shift shift(Section section) {
        Section rotation = section.has("rotate") ? section.section("rotate") : null;
        Shift shift = new Shift(
                section.text("name"),
                section.time("from"),
                section.time("to"),
                staff(section, "order"),
                section.has("days") ? Set.copyOf(section.choices("days", DayOfWeek.class)) : null,
                section.has("holidays")
                        ? section.choice("holidays", Shift.Holidays.class, Shift.Holidays.INCLUDED)
                        : null,
                rotation == null ? null : new Rotation(rotation.date("from"), rotation.integer("days", 1, 366)));
        if (rotation != null) {
            rotation.close();
        }
        return shift;
    }

    private Absence absence(Section section) {
        return new Absence(
                one(section, section.text("staff")),
                moment(section, "from"),
                moment(section, "until"),
                section.text("reason", ""));
    }

    private Substitution substitution(Section section) {
        return new Substitution(
                moment(section, "from"), moment(section, "until"), staff(section, "order"), section.text("reason", ""));
    }

    private static Travel travel(Section section) {
        return new Travel(section.text("from"), section.text("to"), section.duration("time", Duration.ofHours(2)));
    }

    private Instant moment(Section section, String key) {
        LocalDateTime local = section.moment(key);
        return local.atZone(zone).toInstant();
    }

    private List<StaffId> staff(Section section, String key) {
        return section.texts(key).stream().map(id -> one(section, id)).toList();
    }

    private StaffId one(Section section, String text) {
        StaffId id = new StaffId(text);
        if (!known.contains(id)) {
            section.problem("there is nobody with the id '" + id + "' in staff");
        }
        return id;
    }
}
