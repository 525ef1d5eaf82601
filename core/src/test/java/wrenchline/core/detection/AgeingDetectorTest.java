package wrenchline.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgeingDetectorTest {

    private static final long CYCLE = 600;

    private final AgeingDetector detector = new AgeingDetector(Lift.SEAL, Fading::new);
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void a_cycle_counts_by_its_mean_and_is_over_when_the_next_begins() {
        report(0, 90);
        report(300, 110);
        assertThat(detector.outlook().lives()).isEmpty();
        report(CYCLE, 95);
        Instant end = Lift.START.plusSeconds(CYCLE);
        assertThat(detector.outlook().lives())
                .containsExactly(new RemainingLife("seal", 100, 30, after(end, 100), after(end, 90), after(end, 110)));
    }

    @Test
    void the_alarm_is_raised_once_with_the_band_in_which_the_end_lies() {
        for (int cycle = 0; cycle <= 5; cycle++) {
            report(cycle * CYCLE, 32 - cycle);
        }
        Instant end = Lift.START.plusSeconds(3 * CYCLE);
        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.Raised.class, raised -> {
            assertThat(raised.failureMode()).isEqualTo("WORN_SEAL");
            assertThat(raised.at()).isEqualTo(end);
            assertThat(raised.grounds())
                    .isEqualTo(new Grounds.Ending(
                            new RemainingLife("seal", 30, 30, after(end, 30), after(end, 27), after(end, 33))));
        });
    }

    @Test
    void nothing_is_said_until_each_metric_was_heard_and_then_a_silent_one_is_as_before() {
        detector.on(Lift.at(0, Map.of("oil_temp", 80.0)));
        detector.on(Lift.at(CYCLE, Map.of("oil_temp", 80.0)));
        assertThat(detector.outlook().lives()).isEmpty();
        detector.on(Lift.at(CYCLE + 1, Map.of("pressure", 1.0)));
        detector.on(Lift.at(2 * CYCLE, Map.of("pressure", 1.0)));
        assertThat(left()).isEqualTo(80);
        detector.on(Lift.at(3 * CYCLE, Map.of("pressure", 1.0)));
        assertThat(left()).isEqualTo(80);
    }

    @Test
    void what_comes_late_changes_nothing() {
        report(CYCLE, 50);
        report(10, 500);
        report(2 * CYCLE, 50);
        assertThat(left()).isEqualTo(50);
    }

    @Test
    void a_new_part_begins_its_life_anew_and_can_alarm_again() {
        report(0, 20);
        report(CYCLE, 20);
        Fitting fitting = new Fitting(Lift.ID, "seal", Lift.START.plusSeconds(CYCLE + 1), 0);
        detector.fitted(new Fitting(Lift.ID, "belt", fitting.at(), 0));
        assertThat(left()).isEqualTo(20);
        detector.fitted(fitting);
        detector.fitted(fitting);
        assertThat(detector.outlook().lives()).isEmpty();
        report(2 * CYCLE, 20);
        report(3 * CYCLE, 20);
        assertThat(findings).hasSize(2);
    }

    private double left() {
        return detector.outlook().lives().getFirst().cycles();
    }

    private void report(long second, double heat) {
        findings.addAll(detector.on(Lift.at(second, Map.of("oil_temp", heat, "pressure", 1.0))));
    }

    private static Instant after(Instant end, int cycles) {
        return end.plus(Duration.ofSeconds(cycles * CYCLE));
    }
}
