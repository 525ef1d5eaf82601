package wrenchline.prediction.boosting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A number predicted from a row of numbers (提升回归), trained on squared error. */
public final class BoostedRegression {

    private final double base;
    private final List<Tree> trees;

    private BoostedRegression(double base, List<Tree> trees) {
        this.base = base;
        this.trees = trees;
    }

    /**
     * Trains on {@code rows}, all of one length, NaN where a value is missing.
     *
     * @param weights how much each row counts, positive
     */
    public static BoostedRegression train(double[][] rows, double[] targets, double[] weights, Growth growth) {
        if (rows.length == 0 || rows.length != targets.length || rows.length != weights.length) {
            throw new IllegalArgumentException("training on %d rows, %d targets and %d weights"
                    .formatted(rows.length, targets.length, weights.length));
        }
        BinnedTable table = BinnedTable.of(rows, growth.bins());
        Sampler sampler = new Sampler(growth.seed());
        double base = mean(targets, weights);
        double[] scores = new double[rows.length];
        Arrays.fill(scores, base);
        double[] gradient = new double[rows.length];
        List<Tree> trees = new ArrayList<>();
        for (int round = 0; round < growth.rounds(); round++) {
            for (int r = 0; r < rows.length; r++) {
                gradient[r] = weights[r] * (scores[r] - targets[r]);
            }
            int[] drawn = sampler.draw(rows.length, growth.rowShare());
            Tree tree = new TreeGrower(table, growth, gradient, weights, drawn)
                    .grow(sampler.draw(table.columns(), growth.columnShare()));
            trees.add(tree);
            for (int r = 0; r < rows.length; r++) {
                scores[r] += tree.valueOf(rows[r]);
            }
        }
        return new BoostedRegression(base, trees);
    }

    public double predict(double[] row) {
        double sum = base;
        for (Tree tree : trees) {
            sum += tree.valueOf(row);
        }
        return sum;
    }

    /** What each column added to, or took from, the mean of the training data; they sum up to the prediction less that mean. */
    public double[] contributions(double[] row) {
        double[] contributions = new double[row.length];
        trees.forEach(tree -> tree.explain(row, contributions));
        return contributions;
    }

    public void write(DataOutput out) throws IOException {
        out.writeDouble(base);
        Tree.write(trees, out);
    }

    public static BoostedRegression read(DataInput in) throws IOException {
        return new BoostedRegression(in.readDouble(), Tree.readList(in));
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            weight += weights[i];
        }
        return sum / weight;
    }
}
