package wrenchline.prediction.diagnosis;

/**
 * Linear discriminant analysis with a ridge on the scatter within the levels, solved in the space of the cycles rather than of the points (Mika et
 * al. 1999, 'Fisher discriminant analysis with kernels'): there are more points in a cycle than cycles, and cycles may be called alike by more
 * than their curves.
 *
 * @param shares how much of each learned cycle is in the score of each level
 * @param offsets the constant of each level's score
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for the inner loops; never compared, never changed
record DualDiscriminant(double[][] shares, double[] offsets) {

    /**
     * @param alike how alike each two cycles are
     * @param level the index of each cycle's level, each of {@code levels} at least once
     * @param ridge added to the variance within the levels, in units of the mean variance of a point
     */
    static DualDiscriminant learn(double[][] alike, int[] level, int levels, double ridge) {
        int cycles = level.length;
        double[] inverseCount = new double[levels];
        for (int each : level) {
            inverseCount[each]++;
        }
        for (int each = 0; each < levels; each++) {
            inverseCount[each] = 1 / inverseCount[each];
        }
        double[][] toLevel = new double[cycles][];
        for (int cycle = 0; cycle < cycles; cycle++) {
            toLevel[cycle] = means(alike[cycle], level, inverseCount);
        }
        double[][] between = columnMeans(toLevel, level, inverseCount);
        double[][] within = new double[cycles][cycles];
        for (int row = 0; row < cycles; row++) {
            for (int column = 0; column <= row; column++) {
                within[row][column] = alike[row][column]
                        - toLevel[row][level[column]]
                        - toLevel[column][level[row]]
                        + between[level[row]][level[column]];
            }
            within[row][row] += cycles * ridge;
        }
        Cholesky scatter = new Cholesky(within);
        double[][] shares = new double[levels][];
        double[] offsets = new double[levels];
        for (int each = 0; each < levels; each++) {
            double[] shift = new double[cycles];
            for (int cycle = 0; cycle < cycles; cycle++) {
                shift[cycle] = toLevel[cycle][each] - between[level[cycle]][each];
            }
            double[] explained = scatter.solve(shift);
            double[] explainedMean = means(explained, level, inverseCount);
            double[] share = new double[cycles];
            for (int cycle = 0; cycle < cycles; cycle++) {
                double mean = level[cycle] == each ? inverseCount[each] : 0;
                share[cycle] = (mean - explained[cycle] + explainedMean[level[cycle]]) / ridge;
            }
            shares[each] = share;
            offsets[each] = -(between[each][each] - Vectors.dot(shift, explained, cycles)) / (2 * ridge);
        }
        return new DualDiscriminant(shares, offsets);
    }

    private static double[][] columnMeans(double[][] rows, int[] level, double[] inverseCount) {
        double[][] means = new double[inverseCount.length][inverseCount.length];
        for (int row = 0; row < rows.length; row++) {
            Vectors.add(means[level[row]], inverseCount[level[row]], rows[row], inverseCount.length);
        }
        return means;
    }

    private static double[] means(double[] values, int[] level, double[] inverseCount) {
        double[] means = new double[inverseCount.length];
        for (int index = 0; index < values.length; index++) {
            means[level[index]] += values[index] * inverseCount[level[index]];
        }
        return means;
    }
}
