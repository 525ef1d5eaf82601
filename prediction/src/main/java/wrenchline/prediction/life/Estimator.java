package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import wrenchline.prediction.boosting.BoostedRegression;

/** One estimate of the remaining life: the mean of boosted trees and of networks on the same features. */
record Estimator(Preparation preparation, Scale scale, BoostedRegression trees, List<Network> networks, double cap) {

    /** A machine this young says too little. */
    private static final int YOUNGEST = 10;

    /** Rows with more cycles left than this count for less, those with more than {@link #FARTHEST} for nothing. */
    private static final double FAR = 150;

    private static final double FARTHEST = 220;
    private static final double WEIGHT_OF_FAR = 0.4;

    static Estimator train(List<Trajectory> known, LifeSettings settings, long seed) {
        Preparation preparation = Preparation.of(known, settings.cap());
        List<double[]> rows = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (Trajectory each : known) {
            Features features = preparation.features(each);
            for (int t = YOUNGEST; t < each.cycles(); t++) {
                double left = each.cycles() - 1 - t;
                if (left <= FARTHEST && random.nextInt(settings.stride()) == 0) {
                    rows.add(features.at(t));
                    targets.add(Math.min(left, settings.cap()) / settings.cap());
                    weights.add(left > FAR ? WEIGHT_OF_FAR : 1);
                }
            }
        }
        return fit(preparation, rows.toArray(double[][]::new), array(targets), array(weights), settings, seed);
    }

    private static Estimator fit(
            Preparation preparation,
            double[][] rows,
            double[] targets,
            double[] weights,
            LifeSettings settings,
            long seed) {
        BoostedRegression trees =
                BoostedRegression.train(rows, targets, weights, settings.trees().seeded(seed));
        Scale scale = Scale.of(rows);
        for (int r = 0; r < rows.length; r++) {
            rows[r] = scale.of(rows[r]);
        }
        List<Network> networks = new ArrayList<>();
        for (int n = 0; n < settings.networks(); n++) {
            networks.add(Network.train(rows, targets, settings.steps(), seed * settings.networks() + n));
        }
        return new Estimator(preparation, scale, trees, networks, settings.cap());
    }

    /** Cycles left, from 0 to the cap, at each cycle from {@code from} on, by what was known at that cycle. */
    double[] course(Trajectory trajectory, int from) {
        Features features = preparation.features(trajectory);
        double[] course = new double[trajectory.cycles() - from];
        for (int t = from; t < trajectory.cycles(); t++) {
            double[] row = features.at(t);
            double[] scaled = scale.of(row);
            double smooth = networks.stream()
                    .mapToDouble(each -> each.predict(scaled))
                    .average()
                    .orElseThrow();
            course[t - from] = cap * Math.clamp((trees.predict(row) + smooth) / 2, 0, 1);
        }
        return course;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(cap);
        preparation.write(out);
        scale.write(out);
        trees.write(out);
        out.writeInt(networks.size());
        for (Network each : networks) {
            each.write(out);
        }
    }

    static Estimator read(DataInput in) throws IOException {
        double cap = in.readDouble();
        Preparation preparation = Preparation.read(in);
        Scale scale = Scale.read(in);
        BoostedRegression trees = BoostedRegression.read(in);
        List<Network> networks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            networks.add(Network.read(in));
        }
        return new Estimator(preparation, scale, trees, networks, cap);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
