package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Hidden wear (潜在劣化) behind the sensors: in each regime every sensor is a line of a few hidden amounts, with noise of its own. A sensor may
 * show wear strongly in one regime and hardly in another; lines of their own keep changes of regime from looking like wear. Found by
 * turns: amounts smoothed over neighbouring cycles, then the lines (factor analysis by alternating least squares).
 */
final class Wear {

    private static final int AMOUNTS = 3;
    private static final int TURNS = 4;

    /** Cycles to either side that an amount is smoothed over while the lines are sought. */
    private static final int REACH = 8;

    private static final double LEAST_NOISE = 0.05;

    /** Information that stands for 'no wear' where a window holds little. */
    private static final double PRIOR = 0.3;

    private final double[][][] slopes;
    private final double[][] offsets;
    private final double[][] noise;
    private final double[][][] information;

    private Wear(double[][][] slopes, double[][] offsets, double[][] noise) {
        this.slopes = slopes;
        this.offsets = offsets;
        this.noise = noise;
        information = new double[slopes.length][][];
        for (int r = 0; r < slopes.length; r++) {
            information[r] = information(slopes[r], noise[r]);
        }
    }

    static Wear of(List<Conditioned> known, int regimes) {
        int sensors = known.getFirst().deviating()[0].length;
        double[][] axes =
                Directions.of(known.stream().map(Conditioned::deviating).toList(), AMOUNTS);
        double[][][] slopes = new double[regimes][sensors][AMOUNTS];
        for (double[][] regime : slopes) {
            for (int s = 0; s < sensors; s++) {
                for (int k = 0; k < AMOUNTS; k++) {
                    regime[s][k] = axes[k][s];
                }
            }
        }
        double[][] offsets = new double[regimes][sensors];
        double[][] noise = new double[regimes][sensors];
        for (double[] regime : noise) {
            Arrays.fill(regime, 0.5);
        }
        Wear wear = new Wear(slopes, offsets, noise);
        for (int turn = 0; turn < TURNS; turn++) {
            wear = wear.refined(known);
        }
        return wear;
    }

    private Wear refined(List<Conditioned> known) {
        int regimes = slopes.length;
        int sensors = slopes[0].length;
        int size = AMOUNTS + 1;
        double[][][] squares = new double[regimes][size][size];
        double[][][] products = new double[regimes][sensors][size];
        double[][] own = new double[regimes][sensors];
        double[] counts = new double[regimes];
        for (Conditioned each : known) {
            Sums sums = sums(each);
            for (int t = 0; t < each.cycles(); t++) {
                int r = each.regimes()[t];
                double[] amounts = sums.centred(t, REACH);
                double[] with = Arrays.copyOf(amounts, size);
                with[AMOUNTS] = 1;
                counts[r]++;
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        squares[r][i][j] += with[i] * with[j];
                    }
                    for (int s = 0; s < sensors; s++) {
                        products[r][s][i] += with[i] * each.deviating()[t][s];
                    }
                }
                for (int s = 0; s < sensors; s++) {
                    own[r][s] += each.deviating()[t][s] * each.deviating()[t][s];
                }
            }
        }
        double[][][] nextSlopes = new double[regimes][sensors][];
        double[][] nextOffsets = new double[regimes][sensors];
        double[][] nextNoise = new double[regimes][sensors];
        for (int r = 0; r < regimes; r++) {
            for (int i = 0; i < size; i++) {
                squares[r][i][i] += 1e-3 * counts[r];
            }
            for (int s = 0; s < sensors; s++) {
                double[] line = Equations.solve(squares[r], products[r][s]);
                double explained = 0;
                for (int i = 0; i < size; i++) {
                    explained += line[i] * products[r][s][i];
                }
                nextSlopes[r][s] = Arrays.copyOf(line, AMOUNTS);
                nextOffsets[r][s] = line[AMOUNTS];
                nextNoise[r][s] = Math.max(LEAST_NOISE, (own[r][s] - explained) / Math.max(1, counts[r]));
            }
        }
        return new Wear(nextSlopes, nextOffsets, nextNoise);
    }

    int amounts() {
        return AMOUNTS;
    }

    /** Running sums from which the amounts over any stretch of cycles follow. */
    Sums sums(Conditioned machine) {
        Sums sums = new Sums(machine.cycles());
        for (int t = 0; t < machine.cycles(); t++) {
            int r = machine.regimes()[t];
            double[] evidence = new double[AMOUNTS];
            for (int s = 0; s < slopes[r].length; s++) {
                double weighted = (machine.deviating()[t][s] - offsets[r][s]) / noise[r][s];
                for (int k = 0; k < AMOUNTS; k++) {
                    evidence[k] += slopes[r][s][k] * weighted;
                }
            }
            sums.add(t, evidence, information[r]);
        }
        return sums;
    }

    private static double[][] information(double[][] slopes, double[] noise) {
        double[][] information = new double[AMOUNTS][AMOUNTS];
        for (int s = 0; s < noise.length; s++) {
            for (int i = 0; i < AMOUNTS; i++) {
                for (int j = 0; j < AMOUNTS; j++) {
                    information[i][j] += slopes[s][i] * slopes[s][j] / noise[s];
                }
            }
        }
        return information;
    }

    /** Evidence and information up to each cycle. */
    static final class Sums {

        private final double[][] evidence;
        private final double[][][] information;

        private Sums(int cycles) {
            evidence = new double[cycles + 1][AMOUNTS];
            information = new double[cycles + 1][AMOUNTS][AMOUNTS];
        }

        private void add(int t, double[] more, double[][] of) {
            for (int i = 0; i < AMOUNTS; i++) {
                evidence[t + 1][i] = evidence[t][i] + more[i];
                for (int j = 0; j < AMOUNTS; j++) {
                    information[t + 1][i][j] = information[t][i][j] + of[i][j];
                }
            }
        }

        /** The amounts over the {@code width} cycles that end with {@code last}, or over as many as there are. */
        double[] amounts(int last, int width) {
            return between(Math.max(0, last + 1 - width), last + 1);
        }

        private double[] centred(int t, int reach) {
            return between(Math.max(0, t - reach), Math.min(evidence.length - 1, t + reach + 1));
        }

        private double[] between(int from, int to) {
            double[][] matrix = new double[AMOUNTS][AMOUNTS];
            double[] right = new double[AMOUNTS];
            for (int i = 0; i < AMOUNTS; i++) {
                right[i] = evidence[to][i] - evidence[from][i];
                for (int j = 0; j < AMOUNTS; j++) {
                    matrix[i][j] = information[to][i][j] - information[from][i][j] + (i == j ? PRIOR : 0);
                }
            }
            return Equations.solve(matrix, right);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(slopes.length);
        for (double[][] regime : slopes) {
            Numbers.writeAll(out, regime);
        }
        Numbers.writeAll(out, offsets);
        Numbers.writeAll(out, noise);
    }

    static Wear read(DataInput in) throws IOException {
        double[][][] slopes = new double[in.readInt()][][];
        for (int r = 0; r < slopes.length; r++) {
            slopes[r] = Numbers.readAll(in);
        }
        return new Wear(slopes, Numbers.readAll(in), Numbers.readAll(in));
    }
}
