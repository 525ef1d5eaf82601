package wrenchline.prediction.boosting;

/**
 * How trees are grown (生长参数).
 *
 * @param rounds trees one after the other, each on what those before it left over
 * @param learningRate share of a tree's advice that is taken, in (0, 1]
 * @param leaves of a tree at most
 * @param minimumWeight sum of second derivatives that a leaf needs: rows, where all weigh 1 in a regression
 * @param ridge L2 penalty on the values of leaves
 * @param rowShare share of the rows that each tree sees, in (0, 1]
 * @param columnShare share of the columns that each tree sees, in (0, 1]
 * @param bins of a column's histogram, 2 to 255
 * @param seed of the two samples
 */
public record Growth(
        int rounds,
        double learningRate,
        int leaves,
        double minimumWeight,
        double ridge,
        double rowShare,
        double columnShare,
        int bins,
        long seed) {

    public Growth {
        require(rounds > 0 && leaves > 1, "at least one round and two leaves");
        require(minimumWeight >= 0 && ridge >= 0, "no negative penalty");
        require(isShare(learningRate) && isShare(rowShare) && isShare(columnShare), "shares in (0, 1]");
        require(bins >= 2 && bins <= 255, "2 to 255 bins");
    }

    /** What serves most tables: shallow trees that each see seven rows and six columns of ten. */
    public static Growth of(int rounds, double learningRate, int leaves, long seed) {
        return new Growth(rounds, learningRate, leaves, 5, 1, 0.7, 0.6, 64, seed);
    }

    public Growth seeded(long other) {
        return new Growth(rounds, learningRate, leaves, minimumWeight, ridge, rowShare, columnShare, bins, other);
    }

    private static boolean isShare(double value) {
        return value > 0 && value <= 1;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("growing trees: " + what);
        }
    }
}
