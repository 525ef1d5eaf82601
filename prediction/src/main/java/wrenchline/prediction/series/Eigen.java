package wrenchline.prediction.series;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The eigenvalues of a symmetric matrix, largest first, and their vectors: cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations,
 * 8.5). Exact enough and short for the few dozen channels of a machine.
 *
 * @param values largest first
 * @param vectors of length 1; the vector of {@code values[k]} is {@code vectors[k]}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Eigen(double[] values, double[][] vectors) {

    private static final int SWEEPS = 30;
    private static final double SMALL = 1e-18;

    static Eigen of(double[][] symmetric) {
        int size = symmetric.length;
        double[][] a = new double[size][];
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i] = symmetric[i].clone();
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > SMALL; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -a[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Eigen(
                IntStream.of(order).mapToDouble(i -> a[i][i]).toArray(),
                IntStream.of(order).mapToObj(i -> vectors[i]).toArray(double[][]::new));
    }

    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        for (double[] row : a) {
            double at = row[p];
            row[p] = cosine * at - sine * row[q];
            row[q] = sine * at + cosine * row[q];
        }
        turn(a, p, q, cosine, sine);
        turn(vectors, p, q, cosine, sine);
    }

    private static void turn(double[][] rows, int p, int q, double cosine, double sine) {
        for (int k = 0; k < rows.length; k++) {
            double at = rows[p][k];
            rows[p][k] = cosine * at - sine * rows[q][k];
            rows[q][k] = sine * at + cosine * rows[q][k];
        }
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += a[i][j] * a[i][j];
            }
        }
        return sum;
    }
}
