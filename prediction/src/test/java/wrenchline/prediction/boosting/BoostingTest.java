package wrenchline.prediction.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoostingTest {

    private static final Growth GROWTH = Growth.of(200, 0.1, 8, 1);

    /** Sees every row and column in each round. */
    private static final Growth WHOLE = new Growth(20, 0.3, 2, 0, 1, 1, 1, 16, 1);

    @Test
    void a_curved_surface_is_learned_from_rows_never_seen() {
        double[][] known = friedman(2000, 1);
        double[][] fresh = friedman(500, 2);
        BoostedRegression model = regression(known, GROWTH);
        assertThat(rootMeanSquare(model, fresh))
                .isLessThan(1.5); // the noise alone is 1.0, the spread of the surface 4.9
    }

    @Test
    void the_same_seed_gives_the_same_model() throws IOException {
        double[][] known = friedman(300, 1);
        assertThat(bytes(regression(known, GROWTH))).isEqualTo(bytes(regression(known, GROWTH)));
        assertThat(bytes(regression(known, GROWTH.seeded(2)))).isNotEqualTo(bytes(regression(known, GROWTH)));
    }

    @Test
    void a_model_says_the_same_after_it_was_written_and_read() throws IOException {
        double[][] known = friedman(300, 1);
        BoostedRegression model = regression(known, GROWTH);
        BoostedRegression read = BoostedRegression.read(new DataInputStream(new ByteArrayInputStream(bytes(model))));
        for (double[] row : known) {
            assertThat(read.predict(row)).isEqualTo(model.predict(row));
        }
    }

    @Test
    void contributions_sum_up_to_the_prediction_and_name_the_column_that_matters() {
        double[][] rows = new double[200][];
        double[] targets = new double[200];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new double[] {r % 7, r, r % 5};
            targets[r] = r < 100 ? 0 : 10;
        }
        BoostedRegression model = BoostedRegression.train(rows, targets, ones(200), GROWTH);
        double[] contributions = model.contributions(rows[150]);
        assertThat(Arrays.stream(contributions).sum() + 5).isCloseTo(model.predict(rows[150]), within(0.3));
        assertThat(contributions[1]).isGreaterThan(4);
    }

    @Test
    void what_is_missing_is_learned_as_missing() {
        double[][] rows = new double[100][];
        double[] targets = new double[100];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new double[] {r % 2 == 0 ? Double.NaN : r};
            targets[r] = r % 2 == 0 ? 3 : -3;
        }
        BoostedRegression model = BoostedRegression.train(rows, targets, ones(100), GROWTH);
        assertThat(model.predict(new double[] {Double.NaN})).isCloseTo(3, within(0.3));
        assertThat(model.predict(new double[] {51})).isCloseTo(-3, within(0.3));
    }

    @Test
    void a_column_that_never_changes_and_a_target_that_never_changes_are_no_trouble() {
        double[][] rows = {{1, 1}, {1, 2}, {1, 3}};
        double[] targets = {4, 4, 4};
        assertThat(BoostedRegression.train(rows, targets, ones(3), GROWTH).predict(new double[] {9, 9}))
                .isCloseTo(4, within(1e-9));
    }

    @Test
    void rows_that_weigh_more_pull_more() {
        double[][] rows = {{0}, {0}};
        double[] targets = {0, 1};
        assertThat(BoostedRegression.train(rows, targets, new double[] {1, 3}, WHOLE)
                        .predict(rows[0]))
                .isCloseTo(0.75, within(0.05));
    }

    @Test
    void three_rings_are_told_apart_and_probabilities_sum_up_to_one() {
        double[][] rows = new double[900][];
        int[] labels = new int[900];
        Random random = new Random(5);
        for (int r = 0; r < rows.length; r++) {
            labels[r] = r % 3;
            double angle = random.nextDouble() * 2 * Math.PI;
            double radius = labels[r] + random.nextDouble() * 0.9;
            rows[r] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
        }
        BoostedClassification model = BoostedClassification.train(rows, labels, 3, ones(900), GROWTH);
        double[] middle = model.probabilities(new double[] {0, 1.4});
        assertThat(Arrays.stream(middle).sum()).isCloseTo(1, within(1e-9));
        assertThat(middle[1]).isGreaterThan(0.8);
        assertThat(model.probabilities(new double[] {-2.5, 0})[2]).isGreaterThan(0.8);
    }

    @Test
    void a_classification_says_the_same_after_it_was_written_and_read() throws IOException {
        double[][] rows = {{0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}};
        int[] labels = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
        BoostedClassification model = BoostedClassification.train(rows, labels, 2, ones(12), WHOLE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(new DataOutputStream(out));
        BoostedClassification read =
                BoostedClassification.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
        assertThat(read.probabilities(rows[2])).isEqualTo(model.probabilities(rows[2]));
        assertThat(read.probabilities(rows[2])[0]).isGreaterThan(0.9);
    }

    @Test
    void rows_without_targets_are_refused() {
        assertThatThrownBy(() -> BoostedRegression.train(new double[3][1], new double[2], ones(3), GROWTH))
                .hasMessageContaining("3 rows, 2 targets");
    }

    /** Friedman's first surface (1991) with noise of one; the target is the last column. */
    private static double[][] friedman(int rows, long seed) {
        Random random = new Random(seed);
        double[][] table = new double[rows][11];
        for (double[] row : table) {
            for (int c = 0; c < 10; c++) {
                row[c] = random.nextDouble();
            }
            row[10] = 10 * Math.sin(Math.PI * row[0] * row[1])
                    + 20 * Math.pow(row[2] - 0.5, 2)
                    + 10 * row[3]
                    + 5 * row[4]
                    + random.nextGaussian();
        }
        return table;
    }

    private static BoostedRegression regression(double[][] table, Growth growth) {
        double[][] rows =
                Arrays.stream(table).map(row -> Arrays.copyOf(row, 10)).toArray(double[][]::new);
        double[] targets = Arrays.stream(table).mapToDouble(row -> row[10]).toArray();
        return BoostedRegression.train(rows, targets, ones(rows.length), growth);
    }

    private static double rootMeanSquare(BoostedRegression model, double[][] table) {
        return Math.sqrt(Arrays.stream(table)
                .mapToDouble(row -> Math.pow(model.predict(row) - row[10], 2))
                .average()
                .orElseThrow());
    }

    private static byte[] bytes(BoostedRegression model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
