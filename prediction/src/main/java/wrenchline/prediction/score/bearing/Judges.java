package wrenchline.prediction.score.bearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import wrenchline.prediction.bearing.BearingModel;
import wrenchline.prediction.bearing.BearingRun;
import wrenchline.prediction.bearing.VibrationWatch;

/** When the product warns, and when simpler rules would. */
final class Judges {

    private static final int LEARNING = 60;

    private Judges() {}

    static List<Integer> watch(BearingRun run) {
        List<VibrationWatch.State> states = BearingModel.watch(run);
        return IntStream.range(0, states.size())
                .filter(row -> states.get(row).onset())
                .boxed()
                .toList();
    }

    /** A warning where the first feature, which is the level, first stands at twice its first hour's middle. */
    static List<Integer> twiceTheLevel(BearingRun run) {
        double[] first = Arrays.stream(run.features())
                .limit(LEARNING)
                .mapToDouble(row -> row[0])
                .sorted()
                .toArray();
        return IntStream.range(LEARNING, run.rows())
                .filter(row -> run.features()[row][0] > 2 * first[first.length / 2])
                .limit(1)
                .boxed()
                .toList();
    }

    /** A warning every hundredth of the file: what the clock alone would reach. */
    static List<Integer> always(BearingRun run) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < run.rows(); row += Math.max(1, run.rows() / 100)) {
            rows.add(row);
        }
        return rows;
    }
}
