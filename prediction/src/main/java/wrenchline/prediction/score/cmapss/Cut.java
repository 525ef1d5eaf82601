package wrenchline.prediction.score.cmapss;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import wrenchline.prediction.life.LifeTraining.HeldOut;

/**
 * An engine whose history ends before its failure.
 *
 * @param engine its place in the list
 * @param age cycles that are known
 * @param left cycles to the failure, of which nothing is known
 */
record Cut(int engine, int age, int left, double predicted) {

    private static final int PER_ENGINE = 20;
    private static final int LEAST_LEFT = 6;
    private static final int LEAST_KNOWN = 25;

    /**
     * Cuts with what is left spread evenly from 6 to 145 cycles, or to 195 for the sets with six operating conditions, and at least 25 cycles
     * known: the ranges of the official test sets.
     */
    static List<Cut> of(List<HeldOut> engines, String set) {
        int most = set.equals("FD002") || set.equals("FD004") ? 195 : 145;
        SplittableRandom random = new SplittableRandom(99);
        List<Cut> cuts = new ArrayList<>();
        for (int engine = 0; engine < engines.size(); engine++) {
            double[] course = engines.get(engine).course();
            int highest = Math.min(most, course.length - LEAST_KNOWN);
            for (int i = 0; i < PER_ENGINE; i++) {
                int left = LEAST_LEFT + random.nextInt(highest - LEAST_LEFT + 1);
                int age = course.length - left;
                cuts.add(new Cut(engine, age, left, course[age - 1]));
            }
        }
        return cuts;
    }

    double truth(double cap) {
        return Math.min(left, cap);
    }
}
