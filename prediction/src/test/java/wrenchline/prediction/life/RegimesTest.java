package wrenchline.prediction.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegimesTest {

    @Test
    void six_tight_clusters_are_six_regimes() {
        List<double[]> settings = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 600; i++) {
            settings.add(new double[] {10 * (i % 6) + 0.01 * random.nextGaussian(), (i % 3) * 0.3, 100});
        }
        Regimes regimes = Regimes.of(settings);
        assertThat(regimes.count()).isEqualTo(6);
        assertThat(regimes.of(settings.get(7))).isEqualTo(regimes.of(settings.get(1)));
        assertThat(regimes.of(settings.get(8))).isNotEqualTo(regimes.of(settings.get(1)));
    }

    @Test
    void a_cloud_is_one_regime_and_so_are_settings_that_never_change() {
        List<double[]> cloud = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 600; i++) {
            cloud.add(new double[] {random.nextGaussian(), random.nextGaussian(), 100});
        }
        assertThat(Regimes.of(cloud).count()).isEqualTo(1);
        assertThat(Regimes.of(List.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}))
                        .count())
                .isEqualTo(1);
    }
}
