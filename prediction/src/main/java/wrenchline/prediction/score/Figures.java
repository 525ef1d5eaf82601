package wrenchline.prediction.score;

import java.util.SequencedMap;

/**
 * What one judge reached.
 *
 * @param judge its name
 * @param values figure by name, in the order to be shown; NaN where there is none
 */
public record Figures(String judge, SequencedMap<String, Double> values) {}
