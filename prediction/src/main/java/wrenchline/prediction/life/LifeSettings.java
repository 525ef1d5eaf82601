package wrenchline.prediction.life;

import java.util.List;
import wrenchline.prediction.boosting.Growth;

/**
 * How a life model is trained.
 *
 * @param cap cycles beyond which a machine counts as in good health
 * @param folds estimators, each trained without its own share of the machines
 * @param stride one cycle of so many is taken for training: neighbours are near copies
 * @param trees how the trees of an estimator are grown
 * @param networks of an estimator
 * @param steps of training a network
 * @param seed of everything that is drawn
 */
public record LifeSettings(double cap, int folds, int stride, Growth trees, int networks, int steps, long seed) {

    private static final int ROWS = 20_000;

    /** What serves {@code known}, with a cap of 125 cycles as is usual for C-MAPSS. */
    public static LifeSettings standard(List<Trajectory> known) {
        int cycles = known.stream().mapToInt(Trajectory::cycles).sum();
        return new LifeSettings(
                125,
                5,
                Math.max(1, Math.round((float) cycles / ROWS)),
                new Growth(400, 0.03, 12, 30, 5, 0.5, 0.25, 64, 0),
                2,
                6000,
                1);
    }
}
