package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The straight line that tells best from smoothed sensors how much of its life a machine has used (健康指标). Where there is one regime it is less
 * noisy than any sensor; it complements {@link Wear}, which knows nothing of lives.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HealthLine(double[] weights) {

    private static final int SMOOTHING = 10;
    private static final double RIDGE = 1e-3;

    static HealthLine of(List<Conditioned> known, double cap) {
        int sensors = known.getFirst().deviating()[0].length;
        double[][] squares = new double[sensors][sensors];
        double[] products = new double[sensors];
        double rows = 0;
        for (Conditioned each : known) {
            Windows[] windows = Windows.ofColumns(each.deviating());
            for (int t = Math.min(SMOOTHING, each.cycles()) - 1; t < each.cycles(); t++) {
                double used = 0.5 - Math.min(each.cycles() - 1 - t, cap) / cap;
                rows++;
                for (int i = 0; i < sensors; i++) {
                    double mean = windows[i].mean(t, SMOOTHING);
                    products[i] += mean * used;
                    for (int j = 0; j <= i; j++) {
                        squares[i][j] += mean * windows[j].mean(t, SMOOTHING);
                    }
                }
            }
        }
        for (int i = 0; i < sensors; i++) {
            squares[i][i] += RIDGE * rows;
        }
        return new HealthLine(Equations.solve(squares, products));
    }

    Windows of(Conditioned machine) {
        double[] values = new double[machine.cycles()];
        for (int t = 0; t < values.length; t++) {
            for (int s = 0; s < weights.length; s++) {
                values[t] += weights[s] * machine.deviating()[t][s];
            }
        }
        return new Windows(values);
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(out, weights);
    }

    static HealthLine read(DataInput in) throws IOException {
        return new HealthLine(Numbers.read(in));
    }
}
