package wrenchline.prediction.score.cmapss;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What predictions are off by, in cycles. The standard error is over engines: cuts of one engine err alike. */
record Errors(
        double rootMeanSquare, double standardError, List<Cut> cuts, ToDoubleFunction<Cut> prediction, double cap) {

    static Errors of(List<Cut> cuts, ToDoubleFunction<Cut> prediction, double cap) {
        int engines = cuts.getLast().engine() + 1;
        double[] squares = new double[engines];
        for (Cut cut : cuts) {
            squares[cut.engine()] +=
                    Math.pow(prediction.applyAsDouble(cut) - cut.truth(cap), 2) * engines / cuts.size();
        }
        double mean = Arrays.stream(squares).average().orElseThrow();
        double variance = Arrays.stream(squares)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow();
        double root = Math.sqrt(mean);
        return new Errors(root, Math.sqrt(variance / engines) / (2 * root), cuts, prediction, cap);
    }

    double rootMeanSquareBelow(int left) {
        return Math.sqrt(cuts.stream()
                .filter(cut -> cut.left() < left)
                .mapToDouble(cut -> Math.pow(prediction.applyAsDouble(cut) - cut.truth(cap), 2))
                .average()
                .orElse(Double.NaN));
    }
}
