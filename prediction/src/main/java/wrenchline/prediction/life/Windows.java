package wrenchline.prediction.life;

/** Means and slopes over the last cycles of one channel, by running sums: each in constant time. */
final class Windows {

    private final double[] sums;
    private final double[] moments;

    Windows(double[] values) {
        sums = new double[values.length + 1];
        moments = new double[values.length + 1];
        for (int t = 0; t < values.length; t++) {
            sums[t + 1] = sums[t] + values[t];
            moments[t + 1] = moments[t] + t * values[t];
        }
    }

    /** One for each column of {@code rows}. */
    static Windows[] ofColumns(double[][] rows) {
        Windows[] windows = new Windows[rows[0].length];
        for (int c = 0; c < windows.length; c++) {
            double[] values = new double[rows.length];
            for (int t = 0; t < values.length; t++) {
                values[t] = rows[t][c];
            }
            windows[c] = new Windows(values);
        }
        return windows;
    }

    /** Mean of the {@code width} cycles that end with {@code last}, or of as many as there are. */
    double mean(int last, int width) {
        int from = Math.max(0, last + 1 - width);
        return (sums[last + 1] - sums[from]) / (last + 1 - from);
    }

    /** Change per cycle along the least-squares line through those cycles; 0 for fewer than five. */
    double slope(int last, int width) {
        int from = Math.max(0, last + 1 - width);
        double count = last + 1 - from;
        if (count < 5) {
            return 0;
        }
        double middle = (from + last) / 2.0;
        double moment = moments[last + 1] - moments[from] - middle * (sums[last + 1] - sums[from]);
        return moment / (count * (count * count - 1) / 12);
    }

    /** Mean of the first {@code width} cycles, none of them after {@code last}. */
    double beginning(int last, int width) {
        return mean(Math.min(last, width - 1), width);
    }
}
