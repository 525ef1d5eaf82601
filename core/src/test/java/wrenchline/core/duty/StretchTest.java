package wrenchline.core.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T16:00:00Z");
    private static final StaffId FIRST = new StaffId("a");
    private static final StaffId SECOND = new StaffId("b");

    @Test
    void leave_divides_a_shift_and_a_time_without_a_shift_is_a_stretch_of_nobody() {
        Instant nine = MIDNIGHT.plus(Duration.ofHours(9));
        Roster roster = new Roster(
                        ZoneId.of("Asia/Shanghai"),
                        List.of(engineer(FIRST), engineer(SECOND)),
                        List.of(new Shift("day", LocalTime.of(8, 0), LocalTime.of(20, 0), List.of(FIRST, SECOND))))
                .with(new Roster.Exceptions(
                        Set.of(),
                        List.of(new Absence(FIRST, nine, nine.plusSeconds(3_600), "training")),
                        List.of(),
                        List.of()));
        assertThat(Stretch.of(roster, MIDNIGHT, Duration.ofDays(1)))
                .containsExactly(
                        stretch(0, 8),
                        stretch(8, 9, FIRST, SECOND),
                        stretch(9, 10, SECOND),
                        stretch(10, 20, FIRST, SECOND),
                        stretch(20, 24));
    }

    @Test
    void an_empty_roster_is_one_stretch_of_nobody() {
        assertThat(Stretch.of(Roster.EMPTY, MIDNIGHT, Duration.ofDays(1))).containsExactly(stretch(0, 24));
    }

    private static Stretch stretch(int from, int until, StaffId... engineers) {
        return new Stretch(
                MIDNIGHT.plus(Duration.ofHours(from)), MIDNIGHT.plus(Duration.ofHours(until)), List.of(engineers));
    }

    private static StaffMember engineer(StaffId id) {
        return new StaffMember(id, "Sample " + id, StaffMember.Role.ENGINEER, "13800000001", "zh");
    }
}
