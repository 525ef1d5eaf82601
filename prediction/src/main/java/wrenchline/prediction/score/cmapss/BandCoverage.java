package wrenchline.prediction.score.cmapss;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import wrenchline.prediction.life.LifeForecast;
import wrenchline.prediction.life.LifeTraining;
import wrenchline.prediction.life.LifeTraining.HeldOut;

/** How often the band of a forecast holds the truth. */
final class BandCoverage {

    private static final int PER_ENGINE = 20;

    private BandCoverage() {}

    /** The share over random cycles of engines; the band around each engine is made from the others' errors alone. */
    static double of(LifeTraining training, double cap) {
        SplittableRandom random = new SplittableRandom(7);
        int held = 0;
        int asked = 0;
        for (HeldOut engine : training.heldOut()) {
            DoubleFunction<LifeForecast> band = training.bandWithout(engine);
            for (int i = 0; i < PER_ENGINE; i++) {
                int t = random.nextInt(engine.course().length);
                double truth = Math.min(cap, engine.course().length - 1 - t);
                held += band.apply(engine.course()[t]).holds(truth) ? 1 : 0;
                asked++;
            }
        }
        return (double) held / asked;
    }
}
