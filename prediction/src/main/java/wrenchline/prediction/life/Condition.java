package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Readings as deviations from what is usual in the regime of their cycle (工况归一化), in standard deviations. */
final class Condition {

    /** A sensor whose variance is below this share of its mean's square is constant. */
    private static final double CONSTANT = 1e-12;

    private final Regimes regimes;
    private final double[][] means;
    private final double[][] deviations;
    private final int[] sensors;

    private Condition(Regimes regimes, double[][] means, double[][] deviations) {
        this.regimes = regimes;
        this.means = means;
        this.deviations = deviations;
        this.sensors = IntStream.range(0, means[0].length)
                .filter(sensor -> Arrays.stream(deviations).anyMatch(of -> of[sensor] > 0))
                .toArray();
    }

    static Condition of(List<Trajectory> known) {
        List<double[]> settings = new ArrayList<>();
        known.forEach(each -> settings.addAll(Arrays.asList(each.settings())));
        Regimes regimes = Regimes.of(settings);
        int sensors = known.getFirst().sensors()[0].length;
        double[] counts = new double[regimes.count()];
        double[][] means = new double[regimes.count()][sensors];
        double[][] deviations = new double[regimes.count()][sensors];
        for (Trajectory each : known) {
            for (int t = 0; t < each.cycles(); t++) {
                int regime = regimes.of(each.settings()[t]);
                counts[regime]++;
                for (int s = 0; s < sensors; s++) {
                    double step = each.sensors()[t][s] - means[regime][s];
                    means[regime][s] += step / counts[regime];
                    deviations[regime][s] += step * (each.sensors()[t][s] - means[regime][s]);
                }
            }
        }
        for (int r = 0; r < counts.length; r++) {
            for (int s = 0; s < sensors; s++) {
                double variance = deviations[r][s] / Math.max(1, counts[r]);
                deviations[r][s] = variance > CONSTANT * means[r][s] * means[r][s] ? Math.sqrt(variance) : 0;
            }
        }
        return new Condition(regimes, means, deviations);
    }

    /** For each cycle its regime and the deviations of the sensors that vary at all. */
    Conditioned of(Trajectory trajectory) {
        if (trajectory.sensors()[0].length != means[0].length) {
            throw new IllegalArgumentException("predicting unit %d: it has %d sensors, the model knows %d"
                    .formatted(trajectory.unit(), trajectory.sensors()[0].length, means[0].length));
        }
        double[][] deviating = new double[trajectory.cycles()][sensors.length];
        int[] regime = new int[deviating.length];
        for (int t = 0; t < deviating.length; t++) {
            regime[t] = regimes.of(trajectory.settings()[t]);
            for (int s = 0; s < sensors.length; s++) {
                double deviation = deviations[regime[t]][sensors[s]];
                double step = trajectory.sensors()[t][sensors[s]] - means[regime[t]][sensors[s]];
                deviating[t][s] = deviation == 0 ? 0 : step / deviation;
            }
        }
        return new Conditioned(deviating, regime);
    }

    boolean fits(int settingsGiven, int sensorsGiven) {
        return settingsGiven == regimes.settings() && sensorsGiven == means[0].length;
    }

    int regimes() {
        return regimes.count();
    }

    void write(DataOutput out) throws IOException {
        regimes.write(out);
        Numbers.writeAll(out, means);
        Numbers.writeAll(out, deviations);
    }

    static Condition read(DataInput in) throws IOException {
        return new Condition(Regimes.read(in), Numbers.readAll(in), Numbers.readAll(in));
    }
}
