package wrenchline.prediction.life;

import java.util.ArrayList;
import java.util.List;

/**
 * What counts of a machine's past once {@code known} of its cycles are known (有效历史). When its wear suddenly goes back, somebody has repaired it
 * (修复): it is again as it was when it last was as worn, and the cycles between no longer count. Most machines have one history.
 *
 * @param known cycles of the machine from which on this is what counts
 * @param machine the cycles that count, and all that come after
 */
record History(int known, Conditioned machine) {

    /** Cycles to either side of a repair that are compared. */
    private static final int REACH = 8;

    private static final int HALF = REACH / 2;

    /** Standard deviations of the noise that the wear must have gone back by: nine is the most of any engine of C-MAPSS that just ran. */
    private static final double CERTAIN = 12;

    private static final int SMOOTHING = 10;

    /** All histories of {@code machine}, oldest first; each needs nothing that is not known when it begins. */
    static List<History> of(Conditioned machine, Wear wear) {
        List<History> histories = new ArrayList<>(List.of(new History(0, machine)));
        Conditioned counting = machine;
        WearSums sums = wear.sums(machine);
        int dropped = 0;
        for (int t = 2 * REACH; t < counting.cycles(); t++) {
            int repaired = t - REACH;
            double gone = goneBack(sums, repaired, wear.growth());
            if (gone > CERTAIN && gone >= goneBack(sums, repaired + 1, wear.growth())) {
                int alike = alike(sums, repaired, wear.growth());
                counting = counting.without(alike, repaired);
                histories.add(new History(t + dropped + 1, counting));
                sums = wear.sums(counting);
                dropped += repaired - alike;
                t = Math.max(2 * REACH - 1, alike + REACH);
            }
        }
        return histories;
    }

    /**
     * By how much the wear went back right before cycle {@code first}. Each half of what comes after must lie behind each half of what
     * was before: one odd reading is no repair.
     */
    private static double goneBack(WearSums sums, int first, double[] growth) {
        double least = Double.MAX_VALUE;
        for (int before = first - REACH; before < first; before += HALF) {
            for (int after = first; after < first + REACH; after += HALF) {
                double[] fall =
                        WearSums.minus(sums.amounts(before + HALF - 1, HALF), sums.amounts(after + HALF - 1, HALF));
                least = Math.min(least, sums.product(first, REACH, fall, growth));
            }
        }
        return least / Math.sqrt(sums.product(first, REACH, growth, growth));
    }

    /** The first cycle by which the machine was as worn as it is after its repair before cycle {@code first}; 0 when it never was so well. */
    private static int alike(WearSums sums, int first, double[] growth) {
        double[] after = sums.amounts(first + REACH - 1, REACH);
        int t = SMOOTHING - 1;
        while (t < first - 1
                && sums.product(first, REACH, WearSums.minus(sums.amounts(t, SMOOTHING), after), growth) < 0) {
            t++;
        }
        return t < SMOOTHING ? 0 : t;
    }
}
