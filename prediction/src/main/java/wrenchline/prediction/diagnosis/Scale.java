package wrenchline.prediction.diagnosis;

/**
 * Brings each point of a cycle to mean 0 and spread 1, as learned; beyond {@value #LIMIT} spreads it is cut, so that a cycle whose valve sticks
 * for some seconds does not outweigh the rest. A scaled or offset channel gives the same numbers.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for the inner loops; never compared, never changed
record Scale(double[] mean, double[] inverseSpread) {

    static final double LIMIT = 5;

    private static final double CONSTANT = 1e-9;

    static Scale of(double[][] rows) {
        int width = rows[0].length;
        double[] mean = new double[width];
        double[] inverse = new double[width];
        for (int point = 0; point < width; point++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[point];
            }
            mean[point] = sum / rows.length;
            double squares = 0;
            for (double[] row : rows) {
                squares += (row[point] - mean[point]) * (row[point] - mean[point]);
            }
            double spread = Math.sqrt(squares / rows.length);
            inverse[point] = spread > CONSTANT * Math.abs(mean[point]) + Double.MIN_NORMAL ? 1 / spread : 0;
        }
        return new Scale(mean, inverse);
    }

    double[] apply(double[] points) {
        double[] scaled = new double[points.length];
        for (int point = 0; point < points.length; point++) {
            scaled[point] = Math.clamp((points[point] - mean[point]) * inverseSpread[point], -LIMIT, LIMIT);
        }
        return scaled;
    }
}
