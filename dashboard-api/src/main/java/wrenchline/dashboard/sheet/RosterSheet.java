package wrenchline.dashboard.sheet;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wrenchline.core.desk.Books;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Shift;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;

/**
 * The roster: lines of the kind {@code staff}, and lines of the kind {@code shift} whose order names staff by id with semicolons between
 * them. Who and what is not in the file leaves the roster; territories, skills, certificates, days, rotation and leave are no columns and stay.
 */
record RosterSheet() implements Register<RosterLine> {

    @Override
    public List<String> columns() {
        return List.of("kind", "id", "name", "role", "phone", "language", "from", "to", "order");
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
            case RosterLine.Person(StaffMember one) ->
                List.of(
                        "staff",
                        one.id().value(),
                        one.name(),
                        one.role().name(),
                        one.phone(),
                        one.language(),
                        "",
                        "",
                        "");
            case RosterLine.Duty(Shift shift) ->
                List.of(
                        "shift",
                        "",
                        shift.name(),
                        "",
                        "",
                        "",
                        shift.from().toString(),
                        shift.to().toString(),
                        shift.order().stream().map(StaffId::value).collect(Collectors.joining(";")));
        };
    }

    @Override
    public RosterLine read(Cells cells, Books books) {
        String kind = cells.text("kind", one -> one.equals("staff") || one.equals("shift"), "staff or shift");
        return kind.equals("shift") ? new RosterLine.Duty(shift(cells)) : new RosterLine.Person(member(cells));
    }

    private static StaffMember member(Cells cells) {
        return new StaffMember(
                new StaffId(cells.needed("id")),
                cells.needed("name"),
                cells.read(
                        "role",
                        StaffMember.Role::valueOf,
                        StaffMember.Role.ENGINEER,
                        any -> true,
                        "ENGINEER, SUPERVISOR or MANAGER"),
                cells.text("phone", one -> one.matches("[+0-9 ()-]{3,25}"), "a telephone number"),
                cells.text("language", one -> one.equals("zh") || one.equals("en"), "zh or en"));
    }

    private static Shift shift(Cells cells) {
        return new Shift(
                cells.needed("name"),
                time(cells, "from"),
                time(cells, "to"),
                cells.list("order").stream().map(StaffId::new).toList());
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
        books.rosters().replace(books.rosters().current().with(staff, shifts));
    }
}
