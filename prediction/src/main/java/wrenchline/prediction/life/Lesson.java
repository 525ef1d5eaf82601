package wrenchline.prediction.life;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What an estimator learns from: the features of some cycles, the share of the cap that was left then, and how much each counts. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Lesson(double[][] rows, double[] targets, double[] weights) {

    /** A machine this young says too little. */
    static final int YOUNGEST = 10;

    /** Rows with more cycles left than this count for less, those with more than {@link #FARTHEST} for nothing. */
    private static final double FAR = 150;

    static final double FARTHEST = 220;
    private static final double WEIGHT_OF_FAR = 0.4;

    static Lesson of(List<Trajectory> known, Preparation preparation, LifeSettings settings, long seed) {
        List<double[]> rows = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (Trajectory each : known) {
            History life = preparation.histories(each).getLast();
            Features features = preparation.features(life);
            for (int t = YOUNGEST; t < life.machine().cycles(); t++) {
                double left = life.machine().cycles() - 1 - t;
                if (left <= FARTHEST && random.nextInt(settings.stride()) == 0) {
                    rows.add(features.at(t));
                    targets.add(Math.min(left, settings.cap()) / settings.cap());
                    weights.add(left > FAR ? WEIGHT_OF_FAR : 1);
                }
            }
        }
        return new Lesson(rows.toArray(double[][]::new), array(targets), array(weights));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
