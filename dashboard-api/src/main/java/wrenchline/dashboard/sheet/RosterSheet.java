package wrenchline.dashboard.sheet;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.RosterDesk;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Rotation;
import wrenchline.core.duty.Shift;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;

/**
 * The roster: lines of the kind {@code staff}, and lines of the kind {@code shift} whose order names staff by id with semicolons between
 * them. Who and what is not in the file leaves the roster; territories, certificates, days and leave are no columns and stay, as do skills
 * and rotation where the file has no such columns. Without skills somebody can do everything; who can do nothing has the skill {@code none}.
 *
 * @param models ids of the known equipment models, which skills are
 */
record RosterSheet(RosterDesk desk, Set<String> models) implements Register<RosterLine> {

    private static final String NOTHING = "none";

    @Override
    public List<String> columns() {
        return List.of(
                "kind",
                "id",
                "name",
                "role",
                "phone",
                "language",
                "skills",
                "from",
                "to",
                "order",
                "rotation_from",
                "rotation_days");
    }

    @Override
    public Set<String> optional() {
        return Set.of("skills", "rotation_from", "rotation_days");
    }

    @Override
    public List<RosterLine> all(Books books) {
        Roster roster = books.rosters().current();
        return Stream.concat(
                        roster.staff().stream().<RosterLine>map(RosterLine.Person::new),
                        roster.shifts().stream().map(RosterLine.Duty::new))
                .toList();
    }

    @Override
    public List<String> write(RosterLine line) {
        return switch (line) {
            case RosterLine.Person(StaffMember one) -> person(one);
            case RosterLine.Duty(Shift shift) -> duty(shift);
        };
    }

    private static List<String> person(StaffMember one) {
        return List.of(
                "staff",
                one.id().value(),
                one.name(),
                one.role().name(),
                one.phone(),
                one.language(),
                skills(one.skills()),
                "",
                "",
                "",
                "",
                "");
    }

    private static String skills(@Nullable List<String> skills) {
        if (skills == null) {
            return "";
        }
        return skills.isEmpty() ? NOTHING : String.join(";", skills);
    }

    private static List<String> duty(Shift shift) {
        Rotation rotation = shift.rotation();
        return List.of(
                "shift",
                "",
                shift.name(),
                "",
                "",
                "",
                "",
                shift.from().toString(),
                shift.to().toString(),
                shift.order().stream().map(StaffId::value).collect(Collectors.joining(";")),
                rotation == null ? "" : rotation.from().toString(),
                rotation == null ? "" : Integer.toString(rotation.days()));
    }

    @Override
    public RosterLine read(Cells cells, Books books) {
        String kind = cells.text("kind", one -> one.equals("staff") || one.equals("shift"), "staff or shift");
        Roster known = books.rosters().current();
        return kind.equals("shift")
                ? new RosterLine.Duty(shift(cells, known))
                : new RosterLine.Person(member(cells, known));
    }

    private StaffMember member(Cells cells, Roster roster) {
        StaffMember told = new StaffMember(
                new StaffId(cells.needed("id")),
                cells.needed("name"),
                cells.read(
                        "role",
                        StaffMember.Role::valueOf,
                        StaffMember.Role.ENGINEER,
                        any -> true,
                        "ENGINEER, SUPERVISOR, MANAGER or DIRECTOR"),
                cells.text("phone", one -> one.matches("[+0-9 ()-]{3,25}"), "a telephone number"),
                cells.text("language", one -> one.equals("zh") || one.equals("en"), "zh or en"));
        StaffMember known = roster.find(told.id()).orElse(told);
        return told.withWorkOf(known, cells.has("skills") ? skills(cells) : known.skills());
    }

    private @Nullable List<String> skills(Cells cells) {
        List<String> skills = cells.list("skills");
        if (skills.equals(List.of(NOTHING))) {
            return List.of();
        }
        skills.stream()
                .filter(skill -> !models.contains(skill))
                .forEach(skill -> cells.wrong("skills", "there is no model '" + skill + "'"));
        return skills.isEmpty() ? null : skills;
    }

    private static Shift shift(Cells cells, Roster roster) {
        Shift told = new Shift(
                cells.needed("name"),
                time(cells, "from"),
                time(cells, "to"),
                cells.list("order").stream().map(StaffId::new).toList());
        Shift known = roster.shifts().stream()
                .filter(one -> one.name().equals(told.name()))
                .findFirst()
                .orElse(told);
        boolean tells = cells.has("rotation_from") || cells.has("rotation_days");
        return told.withDaysOf(known, tells ? rotation(cells) : known.rotation());
    }

    private static @Nullable Rotation rotation(Cells cells) {
        if (cells.text("rotation_from").isEmpty() && cells.text("rotation_days").isEmpty()) {
            return null;
        }
        int days = cells.read(
                "rotation_days", Integer::parseInt, 1, all -> all >= 1 && all <= 366, "a whole number from 1 to 366");
        return new Rotation(cells.date("rotation_from"), days);
    }

    private static LocalTime time(Cells cells, String column) {
        return cells.read(column, LocalTime::parse, LocalTime.MIDNIGHT, any -> true, "a time of day such as 08:30");
    }

    @Override
    public String key(RosterLine line) {
        return switch (line) {
            case RosterLine.Person(StaffMember member) -> "staff " + member.id();
            case RosterLine.Duty(Shift shift) -> "shift " + shift.name();
        };
    }

    /** Who stands in a shift must stand among the staff of the same file. */
    @Override
    public List<Fault> together(List<RosterLine> all, Map<String, Integer> lines) {
        List<Fault> faults = new ArrayList<>();
        for (RosterLine line : all) {
            if (line instanceof RosterLine.Duty(Shift shift)) {
                shift.order().stream()
                        .filter(id -> !lines.containsKey("staff " + id))
                        .map(id ->
                                new Fault(lines.getOrDefault(key(line), 0), "order", "there is no staff '" + id + "'"))
                        .forEach(faults::add);
            }
        }
        return faults;
    }

    @Override
    public void enter(Books books, List<RosterLine> all) {
        List<StaffMember> staff = all.stream()
                .flatMap(line -> line instanceof RosterLine.Person(StaffMember one) ? Stream.of(one) : Stream.empty())
                .toList();
        List<Shift> shifts = all.stream()
                .flatMap(line -> line instanceof RosterLine.Duty(Shift one) ? Stream.of(one) : Stream.empty())
                .toList();
        desk.replace(books, books.rosters().current().with(staff, shifts));
    }
}
