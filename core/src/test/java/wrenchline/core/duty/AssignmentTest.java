package wrenchline.core.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wrenchline.core.duty.Assignment.Reason;
import wrenchline.core.duty.Assignment.Work;

class AssignmentTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;
    private static final Work WORK = new Work("east", "lift", Set.of());

    @Test
    void whoever_is_at_home_comes_before_whoever_has_less_to_do() {
        Roster roster = roster(member("a", "west", "lift", null), member("b", "east", "lift", null));
        assertThat(order(roster, Map.of(new StaffId("b"), 5))).containsExactly("b", "a");
    }

    @Test
    void among_equals_the_one_with_less_to_do_then_the_nearer_then_the_order_of_duty_decides() {
        Roster roster = roster(
                        member("a", "west", "lift", null),
                        member("b", "north", "lift", null),
                        member("c", "south", "lift", null))
                .with(new Roster.Exceptions(
                        Set.of(), List.of(), List.of(), List.of(new Travel("north", "east", Duration.ofMinutes(20)))));
        assertThat(order(roster, Map.of())).containsExactly("b", "a", "c");
        assertThat(order(roster, Map.of(new StaffId("b"), 1, new StaffId("a"), 1)))
                .containsExactly("c", "b", "a");
    }

    @Test
    void whoever_has_no_skill_or_an_expired_certificate_is_passed_over_and_why_is_known() {
        Certificate expired = new Certificate("lift permit", "lift", LocalDate.parse("2026-02-28"));
        Roster roster = roster(
                member("a", "east", "brake", null),
                member("b", "east", "lift", expired),
                member("c", "east", "lift", new Certificate("lift permit", "lift", LocalDate.parse("2026-03-01"))));
        Assignment assignment = Assignment.of(roster, WORK, Map.of(), NOON);
        assertThat(assignment.ranked())
                .extracting(one -> one.member().id().value())
                .containsExactly("c");
        assertThat(assignment.passedOver())
                .extracting(Assignment.PassedOver::reason)
                .containsExactly(new Reason.NotSkilled("lift"), new Reason.Expired(expired));
    }

    @Test
    void rotation_holidays_absence_and_substitution_decide_who_is_on_duty() {
        Shift workdays = new Shift(
                "day",
                MIDNIGHT,
                MIDNIGHT,
                List.of(new StaffId("a"), new StaffId("b")),
                null,
                Shift.Holidays.EXCLUDED,
                new Rotation(LocalDate.parse("2026-03-01"), 7));
        Shift holidays =
                new Shift("holiday", MIDNIGHT, MIDNIGHT, List.of(new StaffId("c")), null, Shift.Holidays.ONLY, null);
        Instant week = NOON.plus(Duration.ofDays(7));
        Roster roster = new Roster(
                        ZoneId.of("Asia/Shanghai"),
                        List.of(
                                member("a", "", "lift", null),
                                member("b", "", "lift", null),
                                member("c", "", "lift", null)),
                        List.of(workdays, holidays))
                .with(new Roster.Exceptions(
                        Set.of(LocalDate.parse("2026-03-02")),
                        List.of(new Absence(new StaffId("b"), week.plusSeconds(60), week.plusSeconds(120), "leave")),
                        List.of(new Substitution(
                                week.plusSeconds(300), week.plusSeconds(360), List.of(new StaffId("c")), "swap")),
                        List.of()));
        assertThat(on(roster, NOON)).containsExactly("a", "b");
        assertThat(on(roster, NOON.plus(Duration.ofDays(1)))).containsExactly("c");
        assertThat(on(roster, week)).containsExactly("b", "a");
        assertThat(on(roster, week.plusSeconds(60))).containsExactly("a");
        assertThat(on(roster, week.plusSeconds(300))).containsExactly("c");
    }

    private static List<String> on(Roster roster, Instant at) {
        return roster.engineers(at).stream().map(member -> member.id().value()).toList();
    }

    private static List<String> order(Roster roster, Map<StaffId, Integer> loads) {
        return Assignment.of(roster, WORK, loads, NOON).ranked().stream()
                .map(one -> one.member().id().value())
                .toList();
    }

    private static StaffMember member(String id, String territory, String skill, @Nullable Certificate certificate) {
        return new StaffMember(
                new StaffId(id),
                id,
                StaffMember.Role.ENGINEER,
                "1380000000",
                "zh",
                territory.isEmpty() ? null : List.of(territory),
                List.of(skill),
                certificate == null ? null : List.of(certificate));
    }

    private static Roster roster(StaffMember... members) {
        List<StaffId> order = List.of(members).stream().map(StaffMember::id).toList();
        return new Roster(
                ZoneId.of("Asia/Shanghai"), List.of(members), List.of(new Shift("all", MIDNIGHT, MIDNIGHT, order)));
    }
}
