package wrenchline.prediction.boosting;

/** Sums of first and second derivatives of the rows of one leaf, per column and bin. */
final class Histogram {

    private final BinnedTable table;
    private final int[] columns;
    private final double[][] first;
    private final double[][] second;

    Histogram(BinnedTable table, int[] columns) {
        this.table = table;
        this.columns = columns;
        first = new double[columns.length][];
        second = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            first[c] = new double[table.bins(columns[c])];
            second[c] = new double[table.bins(columns[c])];
        }
    }

    /** Adds the rows {@code rows[from..to)}, whose derivatives stand at their own index. */
    Histogram add(int[] rows, int from, int to, double[] gradient, double[] hessian) {
        double[] gradients = new double[to - from];
        double[] hessians = new double[to - from];
        for (int i = from; i < to; i++) {
            gradients[i - from] = gradient[rows[i]];
            hessians[i - from] = hessian[rows[i]];
        }
        for (int c = 0; c < columns.length; c++) {
            byte[] bins = table.column(columns[c]);
            double[] ones = first[c];
            double[] twos = second[c];
            for (int i = from; i < to; i++) {
                int bin = bins[rows[i]] & 0xff;
                ones[bin] += gradients[i - from];
                twos[bin] += hessians[i - from];
            }
        }
        return this;
    }

    /** Takes away the rows of a child, so that the rows of its sibling are left. */
    Histogram without(Histogram child) {
        for (int c = 0; c < columns.length; c++) {
            for (int bin = 0; bin < first[c].length; bin++) {
                first[c][bin] -= child.first[c][bin];
                second[c][bin] -= child.second[c][bin];
            }
        }
        return this;
    }

    /** The most rewarding question, or {@link Split#NONE}. */
    Split best(Sums all, Growth growth) {
        Split best = Split.NONE;
        for (int c = 0; c < columns.length; c++) {
            double ones = 0;
            double twos = 0;
            for (int bin = 0; bin < first[c].length - 1; bin++) {
                ones += first[c][bin];
                twos += second[c][bin];
                if (twos < growth.minimumWeight() || all.second() - twos < growth.minimumWeight()) {
                    continue;
                }
                Sums left = new Sums(ones, twos);
                Sums right = all.minus(left);
                double gain = left.score(growth.ridge()) + right.score(growth.ridge()) - all.score(growth.ridge());
                if (gain > best.gain()) {
                    best = new Split(columns[c], bin, gain, left, right);
                }
            }
        }
        return best;
    }
}
