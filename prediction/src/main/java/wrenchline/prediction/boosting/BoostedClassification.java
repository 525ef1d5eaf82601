package wrenchline.prediction.boosting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Probabilities of classes predicted from a row of numbers (提升分类): one tree per class and round on the softmax loss. */
public final class BoostedClassification {

    private static final double LEAST_PROBABILITY = 1e-6;

    private final double[] base;
    private final List<Tree> trees;

    private BoostedClassification(double[] base, List<Tree> trees) {
        this.base = base;
        this.trees = trees;
    }

    /**
     * Trains on {@code rows}, all of one length, NaN where a value is missing.
     *
     * @param labels the class of each row, from 0 to {@code classes} - 1
     * @param weights how much each row counts, positive
     */
    public static BoostedClassification train(
            double[][] rows, int[] labels, int classes, double[] weights, Growth growth) {
        if (rows.length == 0 || rows.length != labels.length || rows.length != weights.length) {
            throw new IllegalArgumentException("training on %d rows, %d labels and %d weights"
                    .formatted(rows.length, labels.length, weights.length));
        }
        BinnedTable table = BinnedTable.of(rows, growth.bins());
        Sampler sampler = new Sampler(growth.seed());
        double[] base = logOfShares(labels, classes, weights);
        double[][] scores = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            scores[r] = base.clone();
        }
        List<Tree> trees = new ArrayList<>();
        for (int round = 0; round < growth.rounds(); round++) {
            double[][] probabilities = new double[rows.length][];
            for (int r = 0; r < rows.length; r++) {
                probabilities[r] = softmax(scores[r]);
            }
            for (int c = 0; c < classes; c++) {
                double[] gradient = new double[rows.length];
                double[] hessian = new double[rows.length];
                for (int r = 0; r < rows.length; r++) {
                    double p = probabilities[r][c];
                    gradient[r] = weights[r] * (p - (labels[r] == c ? 1 : 0));
                    hessian[r] = weights[r] * Math.max(p * (1 - p), LEAST_PROBABILITY);
                }
                int[] drawn = sampler.draw(rows.length, growth.rowShare());
                Tree tree = new TreeGrower(table, growth, gradient, hessian, drawn)
                        .grow(sampler.draw(table.columns(), growth.columnShare()));
                trees.add(tree);
                for (int r = 0; r < rows.length; r++) {
                    scores[r][c] += tree.valueOf(rows[r]);
                }
            }
        }
        return new BoostedClassification(base, trees);
    }

    /** One probability per class; they sum up to 1. */
    public double[] probabilities(double[] row) {
        double[] scores = base.clone();
        for (int t = 0; t < trees.size(); t++) {
            scores[t % base.length] += trees.get(t).valueOf(row);
        }
        return softmax(scores);
    }

    /** What each column added to, or took from, the score of {@code of} (in log-odds). */
    public double[] contributions(double[] row, int of) {
        double[] contributions = new double[row.length];
        for (int t = of; t < trees.size(); t += base.length) {
            trees.get(t).explain(row, contributions);
        }
        return contributions;
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(base.length);
        for (double each : base) {
            out.writeDouble(each);
        }
        Tree.write(trees, out);
    }

    public static BoostedClassification read(DataInput in) throws IOException {
        double[] base = new double[in.readInt()];
        for (int c = 0; c < base.length; c++) {
            base[c] = in.readDouble();
        }
        return new BoostedClassification(base, Tree.readList(in));
    }

    private static double[] logOfShares(int[] labels, int classes, double[] weights) {
        double[] shares = new double[classes];
        double all = 0;
        for (int r = 0; r < labels.length; r++) {
            shares[labels[r]] += weights[r];
            all += weights[r];
        }
        for (int c = 0; c < classes; c++) {
            shares[c] = Math.log(Math.max(shares[c] / all, LEAST_PROBABILITY));
        }
        return shares;
    }

    private static double[] softmax(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            probabilities[c] = Math.exp(scores[c] - highest);
            sum += probabilities[c];
        }
        for (int c = 0; c < scores.length; c++) {
            probabilities[c] /= sum;
        }
        return probabilities;
    }
}
