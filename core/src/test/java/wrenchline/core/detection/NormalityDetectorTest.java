package wrenchline.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NormalityDetectorTest {

    private static final int LEARNED = 70;

    private final NormalityDetector detector =
            new NormalityDetector(Objects.requireNonNull(Lift.MODEL.foresight().learned()), new FarFrom());
    private final List<Finding> findings = new ArrayList<>();
    private int minute;

    @Test
    void a_cold_machine_raises_nothing_and_a_learned_one_does_with_its_evidence() {
        run(5, 190);
        run(LEARNED, 100);
        assertThat(findings).isEmpty();

        run(1, 170);
        assertThat(raised()).singleElement().satisfies(raised -> {
            assertThat(raised.metric()).isEqualTo("pressure");
            assertThat(raised.value()).isEqualTo(170);
            assertThat(raised.grounds()).isInstanceOfSatisfying(Grounds.Unusual.class, unusual -> {
                assertThat(unusual.score()).isEqualTo(0.7);
                assertThat(unusual.asHighBefore())
                        .as("what it did while it was cold is its past")
                        .isEqualTo(Lift.START.plusSeconds(4 * 60));
                assertThat(unusual.window())
                        .extracting(Grounds.Trace::metric)
                        .containsExactly(Grounds.Trace.SCORE, "pressure", "oil_temp");
                assertThat(unusual.window().getFirst().samples()).hasSize(60);
            });
        });
    }

    @Test
    void an_episode_is_told_once_again_when_it_gets_much_worse_and_again_each_day() {
        run(LEARNED, 100);
        run(30, 160);
        assertThat(raised()).hasSize(1);
        run(30, 185);
        assertThat(raised()).as("nearer to 1 by more than half").hasSize(2);
        run(24 * 60 + 1, 185);
        assertThat(raised()).as("a day later").hasSize(3);
        assertThat(raised()).extracting(Finding.Raised::since).containsOnly(Lift.START.plusSeconds(60L * LEARNED));
    }

    @Test
    void it_is_over_after_a_calm_while_and_then_part_of_the_past() {
        run(LEARNED, 100);
        run(1, 190);
        run(5, 100);
        assertThat(findings).as("not yet").hasSize(1);
        run(10, 100);
        assertThat(findings).hasSize(2).last().isInstanceOf(Finding.Cleared.class);
        run(1, 180);
        assertThat(((Grounds.Unusual) Objects.requireNonNull(raised().getLast().grounds())).asHighBefore())
                .isEqualTo(Lift.START.plusSeconds(60L * LEARNED));
    }

    private void run(int minutes, double pressure) {
        for (int end = minute + minutes; minute < end; minute++) {
            findings.addAll(detector.on(Lift.at(60L * minute, Map.of("oil_temp", 40.0, "pressure", pressure))));
        }
    }

    private List<Finding.Raised> raised() {
        return findings.stream()
                .filter(Finding.Raised.class::isInstance)
                .map(Finding.Raised.class::cast)
                .toList();
    }
}
