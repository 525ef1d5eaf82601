package wrenchline.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.DiagnosedUnit;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.Reading;

class DiagnosisDetectorTest {

    private static final int WELL = 0;
    private static final int WEAK = 1;
    private static final int BROKEN = 2;
    private static final double SURE = 0.9;
    private static final int CYCLE = ByMean.POINTS;

    private static final DiagnosedUnit UNIT = new DiagnosedUnit(
            "unit.diagnosis",
            List.of(new DiagnosedUnit.Sensor("PS1", "pressure"), new DiagnosedUnit.Sensor("FS1", "flow")),
            "cycle",
            Duration.ofSeconds(CYCLE),
            2,
            List.of(new DiagnosedUnit.Component(
                    "pump",
                    Lift.NAMES,
                    List.of(
                            new DiagnosedUnit.Level(WEAK, Lift.NAMES, Severity.MINOR),
                            new DiagnosedUnit.Level(BROKEN, Lift.NAMES, Severity.MAJOR)))));

    private final DiagnosisDetector detector = new DiagnosisDetector(UNIT, ByMean.of(UNIT));
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void a_level_counts_when_enough_cycles_in_a_row_show_it() {
        run(WELL, WEAK, WELL, WEAK);
        assertThat(findings).isEmpty();
        run(WEAK, WEAK);
        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.Raised.class, raised -> {
            assertThat(raised.failureMode()).isEqualTo("DEGRADED_PUMP");
            assertThat(raised.severity()).isEqualTo(Severity.MINOR);
            assertThat(raised.since()).isEqualTo(Lift.START.plusSeconds(3 * CYCLE));
            assertThat(raised.at()).isEqualTo(Lift.START.plusSeconds(5 * CYCLE));
            assertThat(raised.grounds()).isInstanceOfSatisfying(Grounds.Degraded.class, degraded -> {
                assertThat(degraded.cycles()).isEqualTo(2);
                assertThat(degraded.window().getFirst().samples()).hasSize(ByMean.POINTS);
            });
        });
        assertThat(detector.outlook().conditions())
                .singleElement()
                .returns("pump", Outlook.Condition::component)
                .returns(WEAK, Outlook.Condition::level)
                .returns(false, Outlook.Condition::well);
    }

    @Test
    void what_stands_is_said_again_when_it_is_graver_and_after_a_day_and_cleared_when_it_is_well() {
        run(WELL, WEAK, WEAK, WEAK, BROKEN, BROKEN, WEAK, WEAK, WELL, WELL, WELL);
        assertThat(findings)
                .extracting(finding -> finding.getClass().getSimpleName() + " "
                        + Duration.between(Lift.START, finding.at()).toSeconds() / CYCLE)
                .containsExactly("Raised 3", "Raised 6", "Cleared 10");
        findings.clear();
        for (int cycle = 0; cycle < Duration.ofDays(1).toSeconds() / CYCLE + 3; cycle++) {
            run(WEAK);
        }
        assertThat(findings).hasSize(2);
    }

    @Test
    void a_cycle_in_doubt_or_with_too_much_missing_or_without_a_known_beginning_says_nothing() {
        run(WELL, WEAK);
        run(cycle(2, WEAK, 0.4));
        run(cycle(3, WEAK, SURE));
        List<Reading> holes = cycle(4, BROKEN, SURE);
        holes.subList(3, 5).clear();
        run(holes);
        List<Reading> headless = cycle(5, BROKEN, SURE);
        headless.removeFirst();
        run(headless);
        run(cycle(6, WELL, SURE));
        assertThat(findings).isEmpty();
    }

    @Test
    void readings_late_twice_and_out_of_order_make_the_same_curve() {
        run(WELL, WELL);
        for (int cycle = 2; cycle < 6; cycle++) {
            List<Reading> readings = cycle(cycle, BROKEN, SURE);
            readings.addAll(readings.subList(2, 5));
            Collections.shuffle(readings.subList(1, readings.size()), new Random(cycle));
            run(readings);
            run(cycle(0, 1_000, SURE));
        }
        assertThat(findings).singleElement().isInstanceOf(Finding.Raised.class);
    }

    @Test
    void a_new_component_is_judged_anew() {
        run(WELL, WEAK, WEAK, WEAK);
        detector.fitted(new Fitting(Lift.ID, "pump", Lift.START.plusSeconds(41), 0));
        assertThat(detector.outlook().conditions()).isEmpty();
        run(WEAK, WEAK, WEAK);
        assertThat(findings).hasSize(2);
    }

    @Test
    void one_that_goes_on_says_what_one_that_was_never_interrupted_says() throws IOException {
        List<Reading> readings = new ArrayList<>();
        int[] levels = {WELL, WEAK, WEAK, BROKEN, BROKEN, WELL, WELL, WELL};
        for (int cycle = 0; cycle < levels.length; cycle++) {
            readings.addAll(cycle(cycle, levels[cycle], SURE));
        }
        run(readings);
        for (int cut = 0; cut <= readings.size(); cut += 7) {
            DiagnosisDetector before = new DiagnosisDetector(UNIT, ByMean.of(UNIT));
            DiagnosisDetector after = new DiagnosisDetector(UNIT, ByMean.of(UNIT));
            List<Finding> found = new ArrayList<>();
            readings.subList(0, cut).forEach(reading -> found.addAll(before.on(reading)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            before.write(new DataOutputStream(bytes));
            after.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            readings.subList(cut, readings.size()).forEach(reading -> found.addAll(after.on(reading)));
            assertThat(found).as("cut at %d", cut).isEqualTo(findings).hasSize(3);
            assertThat(after.outlook()).isEqualTo(detector.outlook());
        }
    }

    private int cycles;

    /** Whole cycles that go on where the last ended; the newest is judged with the first reading of the next. */
    private void run(int... levels) {
        for (int level : levels) {
            run(cycle(cycles++, level, SURE));
        }
    }

    private void run(List<Reading> readings) {
        readings.forEach(reading -> findings.addAll(detector.on(reading)));
    }

    private static List<Reading> cycle(int number, double level, double probability) {
        List<Reading> readings = new ArrayList<>();
        for (int second = 0; second < CYCLE; second++) {
            readings.add(Lift.at(
                    (long) number * CYCLE + second,
                    Map.of("pressure", level, "flow", probability, "cycle", (double) number)));
        }
        return readings;
    }
}
