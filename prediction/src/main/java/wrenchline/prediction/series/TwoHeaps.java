package wrenchline.prediction.series;

import java.util.Arrays;

/**
 * The best division of numbers in two heaps (Otsu 1979).
 *
 * @param border between the heaps
 * @param explained share of the variance that the division explains, 0 when all numbers are equal; a normal heap alone gives 0.64
 * @param smaller how many numbers are in the smaller heap
 */
record TwoHeaps(double border, double explained, int smaller) {

    static TwoHeaps of(double[] numbers) {
        double[] sorted =
                Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
        int count = sorted.length;
        double mean = Arrays.stream(sorted).average().orElse(0);
        double total = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
        TwoHeaps best = new TwoHeaps(0, 0, 0);
        double sum = 0;
        for (int i = 1; i < count && total > 0; i++) {
            sum += sorted[i - 1] - mean;
            double between = sum * sum * count / ((double) i * (count - i));
            if (sorted[i] > sorted[i - 1] && between / total > best.explained()) {
                best = new TwoHeaps((sorted[i] + sorted[i - 1]) / 2, between / total, Math.min(i, count - i));
            }
        }
        return best;
    }

    /** How often {@code numbers} go from one heap to the other. */
    int changes(double[] numbers) {
        int changes = 0;
        double before = Double.NaN;
        for (double number : numbers) {
            if (!Double.isNaN(number)) {
                changes += !Double.isNaN(before) && number > border != before > border ? 1 : 0;
                before = number;
            }
        }
        return changes;
    }
}
