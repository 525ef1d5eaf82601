package wrenchline.prediction.trend;

import java.util.Arrays;

/**
 * A robust line through points in order of time: the median of the slopes between all pairs (Theil 1950), its interval by Kendall's statistic
 * (Sen 1968), widened for residuals that depend on their neighbours as if there were fewer points.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Line(double[][] points, double slope, double least, double steepest, double noise) {

    /** The standard normal's 90 % quantile: a tenth of the chance on either side. */
    private static final double EIGHTY_PERCENT = 1.2816;

    static Line through(double[][] points) {
        int count = points.length;
        double[] slopes = new double[count * (count - 1) / 2];
        int next = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                slopes[next++] = (points[j][1] - points[i][1]) / (points[j][0] - points[i][0]);
            }
        }
        double slope = Ranks.median(slopes);
        double[] residuals = residuals(points, slope);
        double dependence = dependence(residuals);
        double deviation = Math.sqrt(count * (count - 1.0) * (2 * count + 5) / 18)
                * Math.sqrt((1 + dependence) / (1 - dependence));
        int away = (int) Math.ceil(EIGHTY_PERCENT * deviation / 2);
        int half = slopes.length / 2;
        return new Line(
                points,
                slope,
                Ranks.select(slopes, Math.max(0, half - away)),
                Ranks.select(slopes, Math.min(slopes.length - 1, half + away)),
                1.4826 * medianSize(residuals));
    }

    /** Where a line of slope {@code along} stands at the newest point. */
    double level(double along) {
        return Ranks.median(levels(points, along));
    }

    /** Whether the last quarter of the points lies beside the line, so that the trend must have changed. */
    boolean isLeft() {
        double[][] last = Arrays.copyOfRange(points, points.length * 3 / 4, points.length);
        return Math.abs(Ranks.median(levels(last, slope)) - level(slope)) > noise;
    }

    private static double[] levels(double[][] points, double slope) {
        return Arrays.stream(points)
                .mapToDouble(point -> point[1] - slope * point[0])
                .toArray();
    }

    private static double[] residuals(double[][] points, double slope) {
        double level = Ranks.median(levels(points, slope));
        return Arrays.stream(points)
                .mapToDouble(point -> point[1] - slope * point[0] - level)
                .toArray();
    }

    /** Correlation of neighbours, between 0 and 0.9. */
    private static double dependence(double[] residuals) {
        double together = 0;
        double alone = 0;
        for (int i = 0; i < residuals.length; i++) {
            alone += residuals[i] * residuals[i];
            together += i == 0 ? 0 : residuals[i] * residuals[i - 1];
        }
        return alone == 0 ? 0 : Math.clamp(together / alone, 0, 0.9);
    }

    private static double medianSize(double[] values) {
        return Ranks.median(Arrays.stream(values).map(Math::abs).toArray());
    }
}
