package wrenchline.prediction.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RegimesTest {

    private final Random random = new Random(11);

    @Test
    void working_and_resting_are_judged_apart() {
        Regimes regimes = new Regimes(2);
        double[] normal = {};
        for (int i = 0; i < 1000; i++) {
            normal = regimes.normalise(lift(i));
        }

        assertThat(normal[1]).isBetween(-25.0, 25.0);
        assertThat(regimes.normalise(new double[] {12, 20})[1]).isLessThan(-100);
    }

    @Test
    void channel_of_one_heap_tells_no_regime() {
        Regimes regimes = new Regimes(2);
        double[] values = {};
        for (int i = 0; i < 1000; i++) {
            values = new double[] {random.nextGaussian(), 180 + random.nextGaussian()};
            assertThat(regimes.normalise(values)).isSameAs(values);
        }
    }

    /** Motor current and oil pressure of a lift that works 10 readings of 30. */
    private double[] lift(int i) {
        boolean works = i % 30 < 10;
        return new double[] {
            (works ? 12 : 0.1) + 0.1 * random.nextGaussian(), (works ? 180 : 20) + 5 * random.nextGaussian()
        };
    }
}
