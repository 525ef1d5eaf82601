package wrenchline.prediction.score.series;

import java.util.Arrays;
import java.util.List;

/**
 * The score of the Numenta Anomaly Benchmark, standard profile (Lavin and Ahmad, ICMLA 2015): the first detection in a labelled window
 * earns up to 1, the more the earlier; a window without costs 1; each detection outside costs up to 0.11, less when close behind a
 * window. The first 15 % of a series, at most 750 rows, are not judged.
 */
final class NabProfile {

    private static final double FALSE_POSITIVE = 0.11;
    private static final double FALSE_NEGATIVE = 1;
    private static final double PROBATION = 0.15;
    private static final int PROBATION_OF_AT_MOST = 5000;
    private static final double FAR_BEHIND = 3;
    private static final double EARLIEST = sigmoid(-1);

    private NabProfile() {}

    static int probation(int rows) {
        return (int) Math.floor(PROBATION * Math.min(rows, PROBATION_OF_AT_MOST));
    }

    /** What the detections in one series earn; {@code windows} in order of time. */
    static double earned(boolean[] detected, List<Window> windows) {
        double[] best = new double[windows.size()];
        Arrays.fill(best, -FALSE_NEGATIVE);
        double falsePositives = 0;
        for (int row = probation(detected.length); row < detected.length; row++) {
            if (detected[row]) {
                int window = windowOf(row, windows);
                if (window >= 0) {
                    best[window] = Math.max(best[window], hit(row, windows.get(window)));
                } else {
                    falsePositives += FALSE_POSITIVE * miss(row, windows);
                }
            }
        }
        return falsePositives + Arrays.stream(best).sum();
    }

    /** 0 for a detector that never fires, 100 for one that fires at the start of each window and nowhere else. */
    static double normalised(double earned, int windows) {
        return windows == 0 ? 0 : 100 * (earned + FALSE_NEGATIVE * windows) / ((1 + FALSE_NEGATIVE) * windows);
    }

    private static int windowOf(int row, List<Window> windows) {
        for (int i = 0; i < windows.size(); i++) {
            if (windows.get(i).holds(row)) {
                return i;
            }
        }
        return -1;
    }

    private static double hit(int row, Window window) {
        return sigmoid(-(window.last() - row + 1) / (double) window.width()) / EARLIEST;
    }

    private static double miss(int row, List<Window> windows) {
        double worst = -1;
        for (Window window : windows) {
            if (window.last() < row) {
                double past = (row - window.last()) / (double) (window.width() - 1);
                worst = past > FAR_BEHIND ? -1 : sigmoid(past);
            }
        }
        return worst;
    }

    private static double sigmoid(double position) {
        return 2 / (1 + Math.exp(5 * position)) - 1;
    }
}
