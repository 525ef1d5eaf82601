package wrenchline.prediction.bearing;

/** The score of the IEEE PHM 2012 challenge (Nectoux et al. 2012, equations 1 to 3). */
public final class PhmScore {

    /** An estimate too long by so many percent is worth half. */
    private static final double TOO_LONG = 5;

    /** An estimate too short by so many percent is worth half. */
    private static final double TOO_SHORT = 20;

    private PhmScore() {}

    /** From 0 to 1, for one bearing with {@code actual} seconds left, more than none. */
    public static double of(double predicted, double actual) {
        double error = 100 * (actual - predicted) / actual;
        return Math.pow(0.5, error <= 0 ? -error / TOO_LONG : error / TOO_SHORT);
    }
}
