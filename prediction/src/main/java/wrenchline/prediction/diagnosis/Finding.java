package wrenchline.prediction.diagnosis;

import java.util.List;

/**
 * The diagnosis (诊断) of one component at one cycle.
 *
 * @param value the likeliest level, in the unit of {@link Component}
 * @param probability of {@code value}, calibrated on whole blocks that were held out
 * @param chances each level with its probability
 * @param sensors those that speak for {@code value} rather than for the second likeliest, the strongest first
 */
public record Finding(Component component, int value, double probability, List<Chance> chances, List<Share> sensors) {

    /** A level and its probability. */
    public record Chance(int value, double probability) {}

    /** A sensor and its part in what speaks for the value, in (0, 1]. */
    public record Share(String sensor, double part) {}
}
