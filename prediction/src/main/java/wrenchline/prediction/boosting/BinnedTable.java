package wrenchline.prediction.boosting;

import java.util.Arrays;

/** A table whose columns are cut into bins of about equal numbers of rows. What is not a number lies beyond the last cut. */
final class BinnedTable {

    private final double[][] cuts;
    private final byte[][] bins;

    private BinnedTable(double[][] cuts, byte[][] bins) {
        this.cuts = cuts;
        this.bins = bins;
    }

    static BinnedTable of(double[][] rows, int most) {
        int columns = rows[0].length;
        double[][] cuts = new double[columns][];
        byte[][] bins = new byte[columns][rows.length];
        double[] column = new double[rows.length];
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows.length; r++) {
                column[r] = rows[r][c];
            }
            cuts[c] = cut(column.clone(), most);
            for (int r = 0; r < rows.length; r++) {
                bins[c][r] = (byte) bin(cuts[c], column[r]);
            }
        }
        return new BinnedTable(cuts, bins);
    }

    int columns() {
        return cuts.length;
    }

    int bins(int column) {
        return cuts[column].length + 1;
    }

    byte[] column(int column) {
        return bins[column];
    }

    /** The highest value that still lies in {@code bin}. */
    double upperEnd(int column, int bin) {
        return cuts[column][bin];
    }

    /** Midpoints between neighbours, so that a value a little off what was seen falls on the likelier side. */
    private static double[] cut(double[] values, int most) {
        Arrays.sort(values); // NaN last
        int known = values.length;
        while (known > 0 && Double.isNaN(values[known - 1])) {
            known--;
        }
        double[] cuts = new double[most - 1];
        int found = 0;
        for (int part = 1; part < most; part++) {
            int at = (int) ((long) part * known / most);
            int next = firstAbove(values, at, known);
            if (next == known) {
                break;
            }
            double middle = values[next - 1] / 2 + values[next] / 2;
            double cut = middle < values[next] ? middle : values[next - 1];
            if (found == 0 || cut > cuts[found - 1]) {
                cuts[found++] = cut;
            }
        }
        return Arrays.copyOf(cuts, found);
    }

    private static int firstAbove(double[] sorted, int at, int end) {
        int next = Math.max(at, 1);
        while (next < end && sorted[next] == sorted[next - 1]) {
            next++;
        }
        return next;
    }

    private static int bin(double[] cuts, double value) {
        if (Double.isNaN(value)) {
            return cuts.length;
        }
        int found = Arrays.binarySearch(cuts, value);
        return found >= 0 ? found : -found - 1;
    }
}
