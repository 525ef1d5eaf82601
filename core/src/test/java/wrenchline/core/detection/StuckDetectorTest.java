package wrenchline.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wrenchline.core.reading.Reading;

class StuckDetectorTest {

    private final StuckDetector detector = new StuckDetector(Lift.MODEL);
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void a_value_that_always_changed_and_stays_the_same_is_told_once_and_cleared_when_it_moves() {
        for (int minute = 0; minute < 30; minute++) {
            report(minute, 100 + minute);
        }
        for (int minute = 30; minute < 60; minute++) {
            report(minute, 120);
        }
        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.Raised.class, raised -> {
            assertThat(raised.since()).isEqualTo(Lift.START.plusSeconds(30 * 60));
            assertThat(raised.at()).isEqualTo(Lift.START.plusSeconds(40 * 60));
            assertThat(raised.grounds()).isEqualTo(new Grounds.Frozen(raised.since(), 11));
        });
        report(61, 121);
        assertThat(findings).hasSize(2).last().isInstanceOf(Finding.Cleared.class);
    }

    @Test
    void a_value_that_never_changed_is_not_stuck() {
        for (int minute = 0; minute < 600; minute++) {
            report(minute, 120);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void a_machine_that_says_nothing_is_silent_and_not_stuck() {
        for (int minute = 0; minute < 30; minute++) {
            report(minute, 100 + minute);
        }
        report(31, 120);
        report(600, 120);
        assertThat(findings).isEmpty();
    }

    @Test
    void after_a_clock_that_was_ahead_was_set_right_nobody_waits_for_the_time_that_it_told() {
        for (int minute = 0; minute < 30; minute++) {
            report(minute + 45, minute, 100 + minute);
        }
        for (int minute = 30; minute < 60; minute++) {
            report(minute, minute, 129);
        }
        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.Raised.class, raised -> {
            assertThat(raised.since()).isEqualTo(Lift.START.plusSeconds(30 * 60));
            assertThat(raised.at()).isEqualTo(Lift.START.plusSeconds(40 * 60));
        });
    }

    private void report(int minute, int received, double pressure) {
        Reading sent = Lift.at(60L * minute, Map.of("pressure", pressure));
        findings.addAll(detector.on(new Reading(
                sent.equipment(), sent.at(), Lift.START.plusSeconds(60L * received), sent.seq(), sent.values())));
    }

    private void report(int minute, double pressure) {
        findings.addAll(detector.on(Lift.at(60L * minute, Map.of("pressure", pressure))));
    }
}
