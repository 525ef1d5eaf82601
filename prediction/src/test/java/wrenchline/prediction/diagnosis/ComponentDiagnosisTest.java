package wrenchline.prediction.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentDiagnosisTest {

    private static final LabelledCycles KNOWN = SampleRig.known();
    private static final int[] UNSEEN = BlockFolds.deal(KNOWN, 5, 3).getFirst();

    @Test
    void components_of_blocks_never_seen_are_told() {
        ComponentDiagnosis diagnosis = DiagnosisTraining.uncalibrated(KNOWN.only(BlockFolds.others(KNOWN, UNSEEN)));
        for (int cycle : UNSEEN) {
            for (Finding finding : diagnosis.diagnose(KNOWN.measured().cycles().get(cycle))) {
                assertThat(finding.value())
                        .isEqualTo(KNOWN.conditions().get(cycle).of(finding.component()));
            }
        }
    }

    @Test
    void probabilities_add_up_and_sensors_that_mattered_are_named() {
        List<Finding> findings = DiagnosisTraining.calibrated(KNOWN)
                .diagnose(KNOWN.measured().cycles().getFirst());
        assertThat(findings).extracting(Finding::component).containsExactly(Component.values());
        for (Finding finding : findings) {
            assertThat(finding.chances().stream()
                            .mapToDouble(Finding.Chance::probability)
                            .sum())
                    .isBetween(0.999999, 1.000001);
        }
        assertThat(strongest(findings, Component.COOLER)).isEqualTo("temperature");
        assertThat(strongest(findings, Component.PUMP)).isEqualTo("flow");
    }

    @Test
    void channels_in_other_units_give_the_same_diagnosis() {
        ComponentDiagnosis here = DiagnosisTraining.calibrated(KNOWN);
        ComponentDiagnosis elsewhere = DiagnosisTraining.calibrated(inOtherUnits());
        List<Finding> expected = here.diagnose(KNOWN.measured().cycles().get(5));
        List<Finding> told =
                elsewhere.diagnose(inOtherUnits().measured().cycles().get(5));
        for (int component = 0; component < expected.size(); component++) {
            assertThat(told.get(component).value())
                    .isEqualTo(expected.get(component).value());
            assertThat(told.get(component).probability())
                    .isCloseTo(expected.get(component).probability(), within(1e-3));
        }
    }

    @Test
    void a_kept_model_tells_the_same() throws IOException {
        ComponentDiagnosis learned = DiagnosisTraining.calibrated(KNOWN);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        learned.write(new DataOutputStream(kept));
        ComponentDiagnosis read =
                ComponentDiagnosis.read(new DataInputStream(new ByteArrayInputStream(kept.toByteArray())));
        Cycle cycle = KNOWN.measured().cycles().get(7);
        assertThat(read.diagnose(cycle)).isEqualTo(learned.diagnose(cycle));
    }

    @Test
    void a_cycle_of_another_length_is_refused() {
        ComponentDiagnosis learned = DiagnosisTraining.uncalibrated(KNOWN);
        Cycle shorter = new Cycle(List.of(new double[12], new double[11], new double[12]));
        assertThatThrownBy(() -> learned.diagnose(shorter)).hasMessageContaining("11 points of pressure");
    }

    private static String strongest(List<Finding> findings, Component component) {
        return findings.stream()
                .filter(finding -> finding.component() == component)
                .map(finding -> finding.sensors().getFirst().sensor())
                .findFirst()
                .orElseThrow();
    }

    private static LabelledCycles inOtherUnits() {
        List<Cycle> cycles = KNOWN.measured().cycles().stream()
                .map(cycle -> new Cycle(cycle.curves().stream()
                        .map(curve -> Arrays.stream(curve)
                                .map(value -> 32 + 1.8 * value)
                                .toArray())
                        .toList()))
                .toList();
        return new LabelledCycles(
                new Cycles(List.of("a", "b", "c"), cycles), KNOWN.conditions(), KNOWN.blocks(), KNOWN.settled());
    }
}
