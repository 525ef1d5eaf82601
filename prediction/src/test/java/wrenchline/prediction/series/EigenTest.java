package wrenchline.prediction.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EigenTest {

    @Test
    void matrix_is_the_sum_of_its_components() {
        double[][] matrix = covariance(new Random(3), 12);

        Eigen eigen = Eigen.of(matrix);

        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                double sum = 0;
                for (int k = 0; k < 12; k++) {
                    sum += eigen.values()[k] * eigen.vectors()[k][i] * eigen.vectors()[k][j];
                }
                assertThat(sum).isCloseTo(matrix[i][j], within(1e-9));
            }
        }
        assertThat(eigen.values()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    private static double[][] covariance(Random random, int size) {
        double[][] covariance = new double[size][size];
        for (int n = 0; n < 30; n++) {
            double[] row = random.doubles(size).toArray();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    covariance[i][j] += row[i] * row[j];
                }
            }
        }
        return covariance;
    }
}
