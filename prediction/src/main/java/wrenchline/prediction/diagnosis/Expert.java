package wrenchline.prediction.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges one component from one part of the cycle. It has one discriminant, or one for each level of the cooler, because the oil's viscosity
 * follows its temperature and bends every pressure curve.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for the inner loops; never compared, never changed
record Expert(Window window, Scale scale, int[] coolers, List<Discriminant> discriminants) {

    /** How much a discriminant of one cooler level may differ from the common one; measured flat from 0.1 to 3. */
    private static final double OWN_CURVES = 0.1;

    private static final double OWN_OFFSET = 1e-3;

    /**
     * @param coolers the cooler levels to tell apart; one alone means not to
     * @param cooler the index of each cycle's cooler level in {@code coolers}
     */
    static Expert learn(
            Window window, List<Cycle> cycles, int[] level, int levels, int[] coolers, int[] cooler, double ridge) {
        double[][] rows = cycles.stream().map(window::cut).toArray(double[][]::new);
        Scale scale = Scale.of(rows);
        for (int row = 0; row < rows.length; row++) {
            rows[row] = scale.apply(rows[row]);
        }
        DualDiscriminant dual = DualDiscriminant.learn(alike(rows, coolers.length, cooler), level, levels, ridge);
        List<Discriminant> discriminants = new ArrayList<>();
        for (int index = 0; index < coolers.length; index++) {
            discriminants.add(collapse(dual, rows, coolers.length > 1 ? index : -1, cooler));
        }
        return new Expert(window, scale, coolers, discriminants);
    }

    /** The natural logarithm of each level's probability. */
    double[] logarithms(Cycle cycle, int coolerLevel) {
        double[] scores = discriminant(coolerLevel).scores(scale.apply(window.cut(cycle)));
        return Softmax.logarithms(scores, 1);
    }

    /** How much each sensor speaks for {@code level} rather than for {@code other}. */
    double[] sensors(Cycle cycle, int coolerLevel, int level, int other) {
        Discriminant discriminant = discriminant(coolerLevel);
        double[] points = scale.apply(window.cut(cycle));
        for (int point = 0; point < points.length; point++) {
            points[point] *= discriminant.weights()[level][point] - discriminant.weights()[other][point];
        }
        return window.perSensor(cycle, points);
    }

    private Discriminant discriminant(int coolerLevel) {
        for (int index = 1; index < coolers.length; index++) {
            if (coolers[index] == coolerLevel) {
                return discriminants.get(index);
            }
        }
        return discriminants.getFirst();
    }

    private static double[][] alike(double[][] rows, int coolers, int[] cooler) {
        double[][] alike = new double[rows.length][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column <= row; column++) {
                double product = Vectors.dot(rows[row], rows[column], rows[row].length) / rows[row].length;
                boolean same = coolers > 1 && cooler[row] == cooler[column];
                alike[row][column] = same ? product * (1 + OWN_CURVES) + OWN_OFFSET : product;
                alike[column][row] = alike[row][column];
            }
        }
        return alike;
    }

    /** Weights of the points, from the shares of the cycles. */
    private static Discriminant collapse(DualDiscriminant dual, double[][] rows, int coolerIndex, int[] cooler) {
        double[][] weights = new double[dual.offsets().length][rows[0].length];
        double[] offsets = dual.offsets().clone();
        for (int level = 0; level < weights.length; level++) {
            for (int row = 0; row < rows.length; row++) {
                double share = dual.shares()[level][row];
                boolean same = cooler[row] == coolerIndex;
                Vectors.add(
                        weights[level],
                        share * (same ? 1 + OWN_CURVES : 1) / rows[row].length,
                        rows[row],
                        rows[row].length);
                offsets[level] += same ? share * OWN_OFFSET : 0;
            }
        }
        return new Discriminant(weights, offsets);
    }
}
