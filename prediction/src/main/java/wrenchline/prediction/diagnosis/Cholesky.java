package wrenchline.prediction.diagnosis;

/** Solves linear equations with a symmetric positive definite matrix. */
final class Cholesky {

    private final double[][] lower;

    /** Decomposes {@code matrix}, of which only the lower triangle is read. */
    Cholesky(double[][] matrix) {
        lower = new double[matrix.length][];
        for (int row = 0; row < matrix.length; row++) {
            lower[row] = new double[row + 1];
            for (int column = 0; column < row; column++) {
                lower[row][column] =
                        (matrix[row][column] - Vectors.dot(lower[row], lower[column], column)) / lower[column][column];
            }
            double square = matrix[row][row] - Vectors.dot(lower[row], lower[row], row);
            if (!(square > 0)) {
                throw new ArithmeticException("decomposing a matrix that is not positive definite, at row " + row);
            }
            lower[row][row] = Math.sqrt(square);
        }
    }

    double[] solve(double[] right) {
        double[] result = right.clone();
        for (int row = 0; row < result.length; row++) {
            result[row] = (result[row] - Vectors.dot(lower[row], result, row)) / lower[row][row];
        }
        for (int row = result.length - 1; row >= 0; row--) {
            result[row] /= lower[row][row];
            Vectors.add(result, -result[row], lower[row], row);
        }
        return result;
    }
}
