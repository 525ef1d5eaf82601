package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Operating regimes (工况): few tight clusters of settings, or a single one where settings only scatter. */
final class Regimes {

    private static final int MOST = 12;

    /** Share of the settings' variance that may be left within clusters; one cloud cut into twelve keeps far more. */
    private static final double TIGHT = 0.01;

    private final double[] scale;
    private final List<double[]> centres;

    private Regimes(double[] scale, List<double[]> centres) {
        this.scale = scale;
        this.centres = centres;
    }

    static Regimes of(List<double[]> settings) {
        double[] scale = scale(settings);
        List<double[]> centres = new ArrayList<>();
        centres.add(settings.getFirst());
        Regimes regimes = new Regimes(scale, centres);
        double whole = regimes.scatter(settings, mean(settings));
        while (centres.size() < MOST) {
            centres.add(regimes.farthest(settings));
            regimes.settle(settings);
            if (regimes.within(settings) < TIGHT * whole) {
                return regimes;
            }
        }
        return new Regimes(scale, List.of(mean(settings)));
    }

    int settings() {
        return scale.length;
    }

    int count() {
        return centres.size();
    }

    int of(double[] setting) {
        int nearest = 0;
        for (int c = 1; c < centres.size(); c++) {
            if (distance(setting, centres.get(c)) < distance(setting, centres.get(nearest))) {
                nearest = c;
            }
        }
        return nearest;
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(out, scale);
        Numbers.writeAll(out, centres.toArray(double[][]::new));
    }

    static Regimes read(DataInput in) throws IOException {
        return new Regimes(Numbers.read(in), List.of(Numbers.readAll(in)));
    }

    private double[] farthest(List<double[]> settings) {
        double[] farthest = settings.getFirst();
        double most = -1;
        for (double[] each : settings) {
            double away = distance(each, centres.get(of(each)));
            if (away > most) {
                most = away;
                farthest = each;
            }
        }
        return farthest;
    }

    /** Moves each centre into the middle of its cluster. */
    private void settle(List<double[]> settings) {
        List<List<double[]>> clusters = new ArrayList<>();
        centres.forEach(_ -> clusters.add(new ArrayList<>()));
        settings.forEach(each -> clusters.get(of(each)).add(each));
        for (int c = 0; c < centres.size(); c++) {
            if (!clusters.get(c).isEmpty()) {
                centres.set(c, mean(clusters.get(c)));
            }
        }
    }

    private double within(List<double[]> settings) {
        return settings.stream()
                .mapToDouble(each -> distance(each, centres.get(of(each))))
                .sum();
    }

    private double scatter(List<double[]> settings, double[] centre) {
        return settings.stream().mapToDouble(each -> distance(each, centre)).sum();
    }

    private double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < scale.length; i++) {
            double difference = (one[i] - other[i]) / scale[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static double[] mean(List<double[]> settings) {
        double[] mean = new double[settings.getFirst().length];
        for (double[] each : settings) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += each[i] / settings.size();
            }
        }
        return mean;
    }

    private static double[] scale(List<double[]> settings) {
        double[] mean = mean(settings);
        double[] scale = new double[mean.length];
        for (double[] each : settings) {
            for (int i = 0; i < mean.length; i++) {
                scale[i] += (each[i] - mean[i]) * (each[i] - mean[i]) / settings.size();
            }
        }
        for (int i = 0; i < scale.length; i++) {
            scale[i] = scale[i] > 1e-18 ? Math.sqrt(scale[i]) : 1;
        }
        return scale;
    }
}
