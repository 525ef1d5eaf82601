package wrenchline.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WearDetectorTest {

    private static final long MINUTE = 60;

    private final WearDetector detector = new WearDetector(Lift.MODEL);
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void hours_under_load_are_told_at_nine_tenths_and_again_at_the_end_of_life() {
        for (int minute = 0; minute <= 11 * 60; minute++) {
            report(minute * MINUTE, 120);
        }
        assertThat(findings).extracting(Finding::failureMode).containsExactly("WORN_PUMP", "WORN_PUMP");
        assertThat(findings).extracting(Finding::at).containsExactly(hours(9), hours(10));
        assertThat(wear("pump").used()).isCloseTo(11, within(1e-6));
        assertThat(wear("rope").used()).as("one rise").isZero();
    }

    @Test
    void cycles_are_rises_and_a_gap_counts_as_no_running() {
        for (int cycle = 0; cycle < 4; cycle++) {
            report(cycle * 3600L, 20);
            report(cycle * 3600L + 10, 120);
        }
        assertThat(wear("rope").used()).isEqualTo(4);
        assertThat(wear("pump").used())
                .as("an hour between two readings is not an hour of running")
                .isZero();
    }

    @Test
    void the_date_follows_from_the_pace_and_a_new_part_begins_at_nothing() {
        for (int minute = 0; minute <= 48 * 60; minute++) {
            report(minute * MINUTE, minute % 60 < 6 ? 120 : 20);
        }
        Outlook.Wear used = wear("pump");
        assertThat(used.used()).isBetween(4.7, 4.9);
        assertThat(used.spent()).isBetween(hours(98), hours(102));

        detector.fitted(new Fitting(Lift.ID, "pump", hours(49), 0));
        detector.fitted(new Fitting(Lift.ID, "pump", hours(40), 7));
        assertThat(wear("pump").used())
                .as("an older fitting told late changes nothing")
                .isZero();
        assertThat(wear("pump").spent())
                .as("the pace of the new part is not known")
                .isNull();
    }

    @Test
    void a_reading_that_comes_twice_or_late_counts_once() {
        report(0, 120);
        report(60, 120);
        report(60, 120);
        report(30, 120);
        assertThat(wear("pump").used()).isEqualTo(1 / 60.0);
    }

    private void report(long second, double pressure) {
        findings.addAll(detector.on(Lift.at(second, Map.of("pressure", pressure))));
    }

    private Outlook.Wear wear(String part) {
        return detector.outlook().wear().stream()
                .filter(wear -> wear.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private static Instant hours(int hours) {
        return Lift.START.plusSeconds(3600L * hours);
    }
}
