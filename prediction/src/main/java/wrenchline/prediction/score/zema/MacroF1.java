package wrenchline.prediction.score.zema;

import java.util.Arrays;

/** The mean over the true levels of F1 = 2 · hits / (true + told). */
final class MacroF1 {

    private MacroF1() {}

    static double of(int[] truth, int[] told) {
        return Arrays.stream(truth)
                .distinct()
                .mapToDouble(level -> f1(level, truth, told))
                .average()
                .orElseThrow();
    }

    private static double f1(int level, int[] truth, int[] told) {
        int hits = 0;
        int all = 0;
        for (int cycle = 0; cycle < truth.length; cycle++) {
            hits += truth[cycle] == level && told[cycle] == level ? 1 : 0;
            all += (truth[cycle] == level ? 1 : 0) + (told[cycle] == level ? 1 : 0);
        }
        return 2.0 * hits / all;
    }
}
