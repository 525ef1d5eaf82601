package wrenchline.prediction.score.zema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MacroF1Test {

    @Test
    void each_level_counts_the_same_however_rare() {
        int[] truth = {0, 0, 0, 1};
        int[] told = {0, 0, 0, 0};
        assertThat(MacroF1.of(truth, told)).isCloseTo((6.0 / 7 + 0) / 2, within(1e-12));
    }

    @Test
    void all_right_is_one() {
        assertThat(MacroF1.of(new int[] {90, 130, 90}, new int[] {90, 130, 90})).isEqualTo(1);
    }
}
