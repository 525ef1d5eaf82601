package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How the sensors follow the hidden amounts of wear in one regime: a slope per amount, an offset and a variance of the noise for each sensor.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record WearLines(double[][] slopes, double[] offsets, double[] noise) {

    private static final double LEAST_NOISE = 0.05;
    private static final double RIDGE = 1e-3;

    /** The pull of the readings of one cycle on each amount. */
    double[] evidence(double[] deviating) {
        double[] evidence = new double[slopes[0].length];
        for (int s = 0; s < slopes.length; s++) {
            double weighted = (deviating[s] - offsets[s]) / noise[s];
            for (int k = 0; k < evidence.length; k++) {
                evidence[k] += slopes[s][k] * weighted;
            }
        }
        return evidence;
    }

    /** What a cycle in this regime is worth. */
    double[][] information() {
        int amounts = slopes[0].length;
        double[][] information = new double[amounts][amounts];
        for (int s = 0; s < slopes.length; s++) {
            for (int i = 0; i < amounts; i++) {
                for (int j = 0; j < amounts; j++) {
                    information[i][j] += slopes[s][i] * slopes[s][j] / noise[s];
                }
            }
        }
        return information;
    }

    void write(DataOutput out) throws IOException {
        Numbers.writeAll(out, slopes);
        Numbers.write(out, offsets);
        Numbers.write(out, noise);
    }

    static WearLines read(DataInput in) throws IOException {
        return new WearLines(Numbers.readAll(in), Numbers.read(in), Numbers.read(in));
    }

    /** Finds the lines of a regime by least squares. */
    static final class Fit {

        private final double[][] squares;
        private final double[][] products;
        private final double[] own;
        private double rows;

        Fit(int sensors, int amounts) {
            squares = new double[amounts + 1][amounts + 1];
            products = new double[sensors][amounts + 1];
            own = new double[sensors];
        }

        void add(double[] amounts, double[] deviating) {
            double[] with = Arrays.copyOf(amounts, amounts.length + 1);
            with[amounts.length] = 1;
            rows++;
            for (int i = 0; i < with.length; i++) {
                for (int j = 0; j < with.length; j++) {
                    squares[i][j] += with[i] * with[j];
                }
                for (int s = 0; s < own.length; s++) {
                    products[s][i] += with[i] * deviating[s];
                }
            }
            for (int s = 0; s < own.length; s++) {
                own[s] += deviating[s] * deviating[s];
            }
        }

        WearLines lines() {
            int amounts = squares.length - 1;
            for (int i = 0; i <= amounts; i++) {
                squares[i][i] += RIDGE * rows;
            }
            double[][] slopes = new double[own.length][];
            double[] offsets = new double[own.length];
            double[] noise = new double[own.length];
            for (int s = 0; s < own.length; s++) {
                double[] line = Equations.solve(squares, products[s]);
                double explained = 0;
                for (int i = 0; i <= amounts; i++) {
                    explained += line[i] * products[s][i];
                }
                slopes[s] = Arrays.copyOf(line, amounts);
                offsets[s] = line[amounts];
                noise[s] = Math.max(LEAST_NOISE, (own[s] - explained) / Math.max(1, rows));
            }
            return new WearLines(slopes, offsets, noise);
        }
    }
}
