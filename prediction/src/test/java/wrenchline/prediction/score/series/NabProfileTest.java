package wrenchline.prediction.score.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NabProfileTest {

    private static final int ROWS = 4000;
    private static final List<Window> WINDOWS = List.of(new Window(1000, 1199), new Window(3000, 3199));

    private final boolean[] detected = new boolean[ROWS];

    @Test
    void detector_that_never_fires_gets_0() {
        assertThat(score()).isZero();
    }

    @Test
    void detector_that_fires_at_the_start_of_each_window_gets_100() {
        detected[1000] = true;
        detected[3000] = true;

        assertThat(score()).isCloseTo(100, within(1e-9));
    }

    @Test
    void second_detection_in_a_window_earns_nothing() {
        detected[1000] = true;
        detected[1100] = true;

        assertThat(score()).isCloseTo(50, within(1e-9));
    }

    @Test
    void detection_in_the_middle_earns_the_sigmoid_of_its_place() {
        detected[1100] = true; // 100 of 200 rows before the end: 2 / (1 + e^-2.5) - 1, over 2 / (1 + e^-5) - 1

        double earned = NabProfile.earned(detected, WINDOWS);

        assertThat(earned).isCloseTo(0.848284 / 0.986614 - 1, within(1e-5));
    }

    @Test
    void false_detection_costs_less_close_behind_a_window_than_far_from_all() {
        detected[1210] = true; // 11 of 199 rows behind: 2 / (1 + e^0.2764) - 1 = -0.1373
        double close = NabProfile.earned(detected, WINDOWS);
        detected[1210] = false;
        detected[900] = true;

        assertThat(close).isCloseTo(-2 - 0.11 * 0.1373, within(1e-4));
        assertThat(NabProfile.earned(detected, WINDOWS)).isCloseTo(-2.11, within(1e-9));
    }

    @Test
    void first_15_percent_are_not_judged_and_never_more_than_750_rows() {
        detected[599] = true;

        assertThat(NabProfile.earned(detected, WINDOWS)).isEqualTo(-2);
        assertThat(NabProfile.probation(16_000)).isEqualTo(750);
    }

    private double score() {
        return NabProfile.normalised(NabProfile.earned(detected, WINDOWS), WINDOWS.size());
    }
}
