package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import wrenchline.prediction.boosting.BoostedRegression;

/** One estimate of the remaining life: the mean of boosted trees and of networks on the same features. */
record Estimator(Preparation preparation, Scale scale, BoostedRegression trees, List<Network> networks, double cap) {

    static Estimator train(List<Trajectory> known, LifeSettings settings, long seed) {
        Preparation preparation = Preparation.of(known, settings.cap());
        return fit(preparation, Lesson.of(known, preparation, settings, seed), settings, seed);
    }

    private static Estimator fit(Preparation preparation, Lesson lesson, LifeSettings settings, long seed) {
        double[][] rows = lesson.rows();
        BoostedRegression trees = BoostedRegression.train(
                rows, lesson.targets(), lesson.weights(), settings.trees().seeded(seed));
        Scale scale = Scale.of(rows);
        for (int r = 0; r < rows.length; r++) {
            rows[r] = scale.of(rows[r]);
        }
        List<Network> networks = new ArrayList<>();
        for (int n = 0; n < settings.networks(); n++) {
            networks.add(Network.train(rows, lesson.targets(), settings.steps(), seed * settings.networks() + n));
        }
        return new Estimator(preparation, scale, trees, networks, settings.cap());
    }

    /** Cycles left, from 0 to the cap, at each cycle of {@code history} from {@code first} on, by what was known at that cycle. */
    double[] course(History history, int first) {
        Features features = preparation.features(history);
        double[] course = new double[history.machine().cycles() - first];
        for (int t = 0; t < course.length; t++) {
            double[] row = features.at(first + t);
            double[] scaled = scale.of(row);
            double smooth = networks.stream()
                    .mapToDouble(each -> each.predict(scaled))
                    .average()
                    .orElseThrow();
            course[t] = cap * Math.clamp((trees.predict(row) + smooth) / 2, 0, 1);
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
}
