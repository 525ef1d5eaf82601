package wrenchline.core.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wrenchline.core.duty.StaffMember.Role;

class DutyTest {

    private static final StaffMember FIRST = member("e1", Role.ENGINEER);
    private static final StaffMember SECOND = member("e2", Role.ENGINEER);
    private static final StaffMember SUPERVISOR = member("s1", Role.SUPERVISOR);
    private static final Roster ROSTER = new Roster(
            ZoneId.of("Asia/Shanghai"),
            List.of(FIRST, SECOND, SUPERVISOR),
            List.of(shift("day", "08:00", "20:00", "e1", "e2"), shift("night", "20:00", "08:00", "e2")));

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T16:00:00Z");

    @Test
    void the_shift_decides_who_is_called_first() {
        assertThat(ROSTER.engineers(NOON)).containsExactly(FIRST, SECOND);
        assertThat(ROSTER.engineers(MIDNIGHT)).containsExactly(SECOND);
    }

    @Test
    void every_minute_of_the_day_is_covered_by_exactly_one_of_two_complementary_shifts() {
        assertThat(IntStream.range(0, 24 * 60)
                        .mapToObj(minute -> NOON.plusSeconds(60L * minute))
                        .map(instant -> ROSTER.shifts().stream()
                                .filter(shift -> shift.covers(instant, ROSTER.zone()))
                                .count()))
                .containsOnly(1L);
    }

    @Test
    void a_single_engineer_is_also_the_second() {
        assertThat(new Duty(ROSTER).reach(Rung.Target.SECOND_ENGINEER, MIDNIGHT))
                .containsExactly(SECOND);
    }

    @Test
    void everybody_is_the_engineers_on_duty_and_the_supervisors() {
        assertThat(new Duty(ROSTER).reach(Rung.Target.EVERYBODY, NOON)).containsExactly(FIRST, SECOND, SUPERVISOR);
    }

    @Test
    void an_empty_roster_reaches_nobody() {
        for (Rung.Target target : Rung.Target.values()) {
            assertThat(new Duty(Roster.EMPTY).reach(target, NOON)).isEmpty();
        }
    }

    private static StaffMember member(String id, Role role) {
        return new StaffMember(new StaffId(id), id, role, "1380000000", "zh");
    }

    private static Shift shift(String name, String from, String to, String... order) {
        List<StaffId> ids = List.of(order).stream().map(StaffId::new).toList();
        return new Shift(name, LocalTime.parse(from), LocalTime.parse(to), ids);
    }
}
