package wrenchline.prediction.life;

/**
 * How long a machine will still run (剩余寿命预测), in cycles after its newest one. What is beyond the model's cap counts as the cap: nobody can
 * tell from its sensors how much longer a machine in good health will last.
 *
 * @param lower and {@code upper} hold the truth with a chance of 80 %
 */
public record LifeForecast(double expected, double lower, double upper) {

    /** Whether {@code truth} lies in the band. */
    public boolean holds(double truth) {
        return lower <= truth && truth <= upper;
    }
}
