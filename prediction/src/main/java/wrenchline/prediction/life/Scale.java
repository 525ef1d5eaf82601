package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Brings columns to mean 0 and deviation 1, and what is far out back to {@value #FARTHEST} deviations. */
final class Scale {

    private static final double FARTHEST = 4;

    private final double[] means;
    private final double[] deviations;

    private Scale(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    static Scale of(double[][] rows) {
        double[] means = new double[rows[0].length];
        double[] deviations = new double[means.length];
        for (double[] row : rows) {
            for (int c = 0; c < means.length; c++) {
                means[c] += row[c] / rows.length;
            }
        }
        for (double[] row : rows) {
            for (int c = 0; c < means.length; c++) {
                deviations[c] += (row[c] - means[c]) * (row[c] - means[c]) / rows.length;
            }
        }
        for (int c = 0; c < means.length; c++) {
            deviations[c] = Math.max(Math.sqrt(deviations[c]), 1e-9);
        }
        return new Scale(means, deviations);
    }

    double[] of(double[] row) {
        double[] scaled = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            scaled[c] = Math.clamp((row[c] - means[c]) / deviations[c], -FARTHEST, FARTHEST);
        }
        return scaled;
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(out, means);
        Numbers.write(out, deviations);
    }

    static Scale read(DataInput in) throws IOException {
        return new Scale(Numbers.read(in), Numbers.read(in));
    }
}
