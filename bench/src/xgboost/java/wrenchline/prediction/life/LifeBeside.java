package wrenchline.prediction.life;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import wrenchline.prediction.boosting.BoostedRegression;
import wrenchline.prediction.boosting.Peer;
import wrenchline.prediction.life.LifeTraining.HeldOut;

/** What our trees, our networks and XGBoost say of machines that they never saw: the folds and the features are those of {@link LifeTraining}. */
public final class LifeBeside {

    private static final int PLAIN_ROUNDS = 300;

    private final Map<String, List<HeldOut>> courses = new LinkedHashMap<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    /** Predictions of each candidate. */
    public Map<String, List<HeldOut>> courses() {
        return courses;
    }

    /** What the training of each took, all folds together. */
    public Map<String, Double> seconds() {
        return seconds;
    }

    public static LifeBeside on(List<Trajectory> known) throws Exception {
        LifeSettings settings = LifeSettings.standard(known);
        List<Trajectory> shuffled = new ArrayList<>(known);
        Collections.shuffle(shuffled, new Random(settings.seed()));
        LifeBeside beside = new LifeBeside();
        for (int fold = 0; fold < settings.folds(); fold++) {
            List<Trajectory> seen = new ArrayList<>();
            List<Trajectory> unseen = new ArrayList<>();
            for (int i = 0; i < shuffled.size(); i++) {
                (i % settings.folds() == fold ? unseen : seen).add(shuffled.get(i));
            }
            beside.fold(seen, unseen, settings, settings.seed() * settings.folds() + fold);
        }
        return beside;
    }

    private interface Trainer {
        Judge train() throws Exception;
    }

    private interface Judge {
        double[] shares(double[][] rows) throws Exception;
    }

    private void fold(List<Trajectory> seen, List<Trajectory> unseen, LifeSettings settings, long seed)
            throws Exception {
        Preparation preparation = Preparation.of(seen, settings.cap());
        Lesson lesson = Lesson.of(seen, preparation, settings, seed);
        Judge trees = timed("our trees", () -> trees(lesson, settings, seed));
        Judge alike = timed("XGBoost, same growth", () -> peer(Peer.regression(
                lesson.rows(),
                lesson.targets(),
                lesson.weights(),
                Peer.like(settings.trees().seeded(seed)),
                settings.trees().rounds())));
        Judge plain = timed("XGBoost, its defaults", () -> peer(Peer.regression(
                lesson.rows(), lesson.targets(), lesson.weights(), Peer.plain(0.03, seed), PLAIN_ROUNDS)));
        Judge networks = timed("our networks", () -> networks(lesson, settings, seed));
        for (Trajectory machine : unseen) {
            Features features =
                    preparation.features(preparation.histories(machine).getFirst());
            double[][] rows = new double[machine.cycles()][];
            for (int t = 0; t < rows.length; t++) {
                rows[t] = features.at(t);
            }
            double[] ours = trees.shares(rows);
            double[] theirs = alike.shares(rows);
            double[] smooth = networks.shares(rows);
            note("our trees", machine, ours, ours, settings);
            note("XGBoost, same growth", machine, theirs, theirs, settings);
            double[] defaults = plain.shares(rows);
            note("XGBoost, its defaults", machine, defaults, defaults, settings);
            note("our networks", machine, smooth, smooth, settings);
            note("the product: our trees and networks", machine, ours, smooth, settings);
            note("XGBoost, same growth, and networks", machine, theirs, smooth, settings);
        }
    }

    private Judge timed(String name, Trainer trainer) throws Exception {
        long began = System.nanoTime();
        Judge judge = trainer.train();
        seconds.merge(name, (System.nanoTime() - began) / 1e9, Double::sum);
        return judge;
    }

    private static Judge trees(Lesson lesson, LifeSettings settings, long seed) {
        BoostedRegression trees = BoostedRegression.train(
                lesson.rows(), lesson.targets(), lesson.weights(), settings.trees().seeded(seed));
        return rows -> {
            double[] shares = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                shares[row] = trees.predict(rows[row]);
            }
            return shares;
        };
    }

    private static Judge peer(Peer peer) {
        return rows -> {
            float[][] told = peer.predict(rows);
            double[] shares = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                shares[row] = told[row][0];
            }
            return shares;
        };
    }

    private static Judge networks(Lesson lesson, LifeSettings settings, long seed) {
        Scale scale = Scale.of(lesson.rows());
        double[][] scaled = new double[lesson.rows().length][];
        for (int row = 0; row < scaled.length; row++) {
            scaled[row] = scale.of(lesson.rows()[row]);
        }
        List<Network> networks = new ArrayList<>();
        for (int n = 0; n < settings.networks(); n++) {
            networks.add(Network.train(scaled, lesson.targets(), settings.steps(), seed * settings.networks() + n));
        }
        return rows -> {
            double[] shares = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                double[] one = scale.of(rows[row]);
                shares[row] = networks.stream()
                        .mapToDouble(each -> each.predict(one))
                        .average()
                        .orElseThrow();
            }
            return shares;
        };
    }

    private void note(String name, Trajectory machine, double[] one, double[] other, LifeSettings settings) {
        double[] course = new double[one.length];
        for (int t = 0; t < course.length; t++) {
            course[t] = settings.cap() * Math.clamp((one[t] + other[t]) / 2, 0, 1);
        }
        courses.computeIfAbsent(name, _ -> new ArrayList<>()).add(new HeldOut(machine, course));
    }
}
