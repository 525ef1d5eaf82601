package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How the channels of a machine go together (关联): the principal components of their standardised movements. T² (Hotelling) says how far
 * the machine moves along the components it has always moved along, Q (squared prediction error) how far it leaves them (Jackson and
 * Mudholkar, Technometrics 1979); each against its own history.
 */
final class Relation {

    private static final int WINDOW = Movement.SHORT;
    private static final int LEAST_READINGS = 100;
    private static final int REFRESH = 200;
    private static final int MEMORY = 20_000;
    private static final double KEPT_VARIANCE = 0.9;
    /** Added to each variance: a component that never moved must not blame the rounding of its first movement. */
    private static final double FLOOR = 0.1;

    private final int size;
    private final double[][] covariance;
    private final Distance along;
    private final Distance away;
    private final double[] blame;
    private Eigen components = new Eigen(new double[0], new double[0][]);
    private int kept;
    private long readings;

    Relation(int size) {
        this(size, new Distance(WINDOW), new Distance(WINDOW));
    }

    private Relation(int size, Distance along, Distance away) {
        this.size = size;
        this.along = along;
        this.away = away;
        this.covariance = new double[size][size];
        this.blame = new double[size];
    }

    /** The surprise in decades at the {@code movements} of all channels, in standard deviations each; learns them. */
    double on(double[] movements) {
        double surprise = kept == 0 ? 0 : judge(movements);
        learn(movements);
        return surprise;
    }

    /** How much channel {@code i} had to do with the last surprise. */
    double blame(int i) {
        return Math.max(0, blame[i]);
    }

    private double judge(double[] movements) {
        double t2 = 0;
        double[] left = movements.clone();
        Arrays.fill(blame, 0);
        for (int k = 0; k < kept; k++) {
            double[] direction = components.vectors()[k];
            double score = 0;
            for (int i = 0; i < size; i++) {
                score += direction[i] * movements[i];
            }
            double scaled = score / (components.values()[k] + FLOOR);
            t2 += score * scaled;
            for (int i = 0; i < size; i++) {
                left[i] -= score * direction[i];
                blame[i] += scaled * direction[i] * movements[i];
            }
        }
        double q = 0;
        for (double rest : left) {
            q += rest * rest;
        }
        double alongSurprise = along.on(Math.sqrt(t2));
        double awaySurprise = kept < size ? away.on(Math.sqrt(q)) : 0; // else q is nothing but rounding
        if (awaySurprise > alongSurprise) {
            for (int i = 0; i < size; i++) {
                blame[i] = left[i] * left[i];
            }
        }
        return Math.max(alongSurprise, awaySurprise);
    }

    private void learn(double[] movements) {
        readings++;
        double weight = 1.0 / Math.min(readings, MEMORY);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] += weight * (movements[i] * movements[j] - covariance[i][j]);
                covariance[j][i] = covariance[i][j];
            }
        }
        if (readings == LEAST_READINGS || readings % REFRESH == 0) {
            decompose();
        }
    }

    private void decompose() {
        components = Eigen.of(covariance);
        double total = Arrays.stream(components.values()).sum();
        double sum = 0;
        kept = 0;
        while (kept < size && sum < KEPT_VARIANCE * total) {
            sum += components.values()[kept++];
        }
    }

    /** Brings the components up to date first, so that this relation and a restored one go on alike. */
    void write(DataOutput out) throws IOException {
        if (readings >= LEAST_READINGS) {
            decompose();
        }
        along.write(out);
        away.write(out);
        out.writeLong(readings);
        for (double[] row : covariance) {
            for (double cell : row) {
                out.writeDouble(cell);
            }
        }
    }

    static Relation read(DataInput in, int size) throws IOException {
        Relation read = new Relation(size, new Distance(WINDOW).restored(in), new Distance(WINDOW).restored(in));
        read.readings = in.readLong();
        for (double[] row : read.covariance) {
            for (int j = 0; j < size; j++) {
                row[j] = in.readDouble();
            }
        }
        if (read.readings >= LEAST_READINGS) {
            read.decompose();
        }
        return read;
    }
}
