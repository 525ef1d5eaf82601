package wrenchline.prediction.life;

/** Evidence of wear in one machine and how much it is worth, summed up to each cycle, so that the amounts over any stretch follow in constant time. */
final class WearSums {

    /** What stands for 'no wear' where a stretch holds little information. */
    private static final double PRIOR = 0.3;

    private final double[][] evidence;
    private final double[][][] information;

    WearSums(int cycles, int amounts) {
        evidence = new double[cycles + 1][amounts];
        information = new double[cycles + 1][amounts][amounts];
    }

    void add(int cycle, double[] more, double[][] worth) {
        for (int i = 0; i < more.length; i++) {
            evidence[cycle + 1][i] = evidence[cycle][i] + more[i];
            for (int j = 0; j < more.length; j++) {
                information[cycle + 1][i][j] = information[cycle][i][j] + worth[i][j];
            }
        }
    }

    /** The amounts over the {@code width} cycles that end with {@code last}, or over as many as there are. */
    double[] amounts(int last, int width) {
        return between(Math.max(0, last + 1 - width), last + 1);
    }

    /** The amounts over {@code reach} cycles to either side: for training alone, as it looks ahead. */
    double[] around(int cycle, int reach) {
        return between(Math.max(0, cycle - reach), Math.min(evidence.length - 1, cycle + reach + 1));
    }

    /** The product of two differences between amounts, by what the {@code width} cycles from {@code first} on tell of them. */
    double product(int first, int width, double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < one.length; j++) {
                sum += one[i] * other[j] * (information[first + width][i][j] - information[first][i][j]);
            }
        }
        return sum;
    }

    static double[] minus(double[] one, double[] other) {
        double[] difference = new double[one.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = one[i] - other[i];
        }
        return difference;
    }

    private double[] between(int from, int to) {
        int amounts = evidence[0].length;
        double[][] matrix = new double[amounts][amounts];
        double[] right = new double[amounts];
        for (int i = 0; i < amounts; i++) {
            right[i] = evidence[to][i] - evidence[from][i];
            for (int j = 0; j < amounts; j++) {
                matrix[i][j] = information[to][i][j] - information[from][i][j];
            }
            matrix[i][i] += PRIOR;
        }
        return Equations.solve(matrix, right);
    }
}
