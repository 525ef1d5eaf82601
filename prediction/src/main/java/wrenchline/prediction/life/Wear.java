package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    /** Cycles at either end of a life over which its growth is taken. */
    private static final int ENDS = 15;

    private static final double FIRST_NOISE = 0.5;

    private final List<WearLines> lines;
    private final List<double[][]> information;

    private final double[] growth;

    private Wear(List<WearLines> lines, double[] growth) {
        this.lines = List.copyOf(lines);
        this.information = lines.stream().map(WearLines::information).toList();
        this.growth = growth;
    }

    static Wear of(List<Conditioned> known, int regimes) {
        Wear wear = new Wear(Collections.nCopies(regimes, alike(known)), new double[AMOUNTS]);
        for (int turn = 0; turn < TURNS; turn++) {
            wear = wear.refined(known);
        }
        return new Wear(wear.lines, wear.meanGrowth(known));
    }

    /** Where the search begins: the same lines in every regime. */
    private static WearLines alike(List<Conditioned> known) {
        double[][] axes =
                Directions.of(known.stream().map(Conditioned::deviating).toList(), AMOUNTS);
        int sensors = axes[0].length;
        double[][] slopes = new double[sensors][AMOUNTS];
        for (int s = 0; s < sensors; s++) {
            for (int k = 0; k < AMOUNTS; k++) {
                slopes[s][k] = axes[k][s];
            }
        }
        double[] noise = new double[sensors];
        Arrays.fill(noise, FIRST_NOISE);
        return new WearLines(slopes, new double[sensors], noise);
    }

    private Wear refined(List<Conditioned> known) {
        List<WearLines.Fit> fits = new ArrayList<>();
        lines.forEach(each -> fits.add(new WearLines.Fit(each.noise().length, AMOUNTS)));
        for (Conditioned machine : known) {
            WearSums sums = sums(machine);
            for (int t = 0; t < machine.cycles(); t++) {
                fits.get(machine.regimes()[t]).add(sums.around(t, REACH), machine.deviating()[t]);
            }
        }
        return new Wear(fits.stream().map(WearLines.Fit::lines).toList(), growth);
    }

    private double[] meanGrowth(List<Conditioned> known) {
        double[] mean = new double[AMOUNTS];
        for (Conditioned machine : known) {
            WearSums sums = sums(machine);
            double[] grown = WearSums.minus(
                    sums.amounts(machine.cycles() - 1, ENDS), sums.amounts(Math.min(machine.cycles(), ENDS) - 1, ENDS));
            for (int k = 0; k < AMOUNTS; k++) {
                mean[k] += grown[k] / known.size();
            }
        }
        return mean;
    }

    /** By how much the amounts grow in a life, on average. */
    double[] growth() {
        return growth;
    }

    int amounts() {
        return AMOUNTS;
    }

    WearSums sums(Conditioned machine) {
        WearSums sums = new WearSums(machine.cycles(), AMOUNTS);
        for (int t = 0; t < machine.cycles(); t++) {
            int regime = machine.regimes()[t];
            sums.add(t, lines.get(regime).evidence(machine.deviating()[t]), information.get(regime));
        }
        return sums;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(lines.size());
        for (WearLines each : lines) {
            each.write(out);
        }
        Numbers.write(out, growth);
    }

    static Wear read(DataInput in) throws IOException {
        List<WearLines> lines = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            lines.add(WearLines.read(in));
        }
        return new Wear(lines, Numbers.read(in));
    }
}
