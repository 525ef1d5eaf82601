package wrenchline.prediction.score.zema;

import java.util.List;
import wrenchline.prediction.diagnosis.Component;

/**
 * How well one component was told on blocks held out, as macro-F1.
 *
 * @param partitions over all cycles, for each way to deal the blocks
 * @param settled over the settled cycles, the mean of the partitions
 * @param commonest what always telling the commonest level scores
 * @param unknownPeriod when all blocks with one cooler and accumulator level, which the rig ran in one go, are held out together: how much of the
 *     score does not lean on the day's other circumstances
 */
record ComponentScore(
        Component component, List<Double> partitions, double settled, double commonest, double unknownPeriod) {

    double mean() {
        return partitions.stream().mapToDouble(each -> each).average().orElseThrow();
    }

    double worst() {
        return partitions.stream().mapToDouble(each -> each).min().orElseThrow();
    }

    double best() {
        return partitions.stream().mapToDouble(each -> each).max().orElseThrow();
    }
}
