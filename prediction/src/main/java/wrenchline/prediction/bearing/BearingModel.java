package wrenchline.prediction.bearing;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Remaining time of a bearing in proportion to the square root of its age (剩余时间), one factor while its vibration is calm and one while a warning
 * stands. Bearings of one type live between one and eight hours under the same load: neither 'so many seconds' nor 'such a share of the
 * age' fits bearings held out as well as what lies between the two.
 */
public final class BearingModel {

    /** The part of each life that is learned from: a bearing is asked about when it is neither new nor gone. */
    private static final double FROM = 0.5;

    private static final double TO = 0.98;
    private static final int SAMPLES = 200;
    private static final double TAIL = 0.1;
    private static final int FEWEST = 10;

    /** Snapshots of a life from which anything can be learned. */
    private static final int SHORTEST = 60;

    /** From one candidate to the next. */
    private static final double STEP = 1.02;

    private final Factor calm;
    private final Factor warned;

    /** Seconds left per square root of a second of age. */
    private record Factor(double expected, double lower, double upper) {

        /** The factor that scores best over {@code observed} ones, and the middle four fifths of these. */
        static Factor of(List<Double> observed) {
            double[] sorted =
                    observed.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double best = 0;
            double expected = sorted[0];
            for (double candidate = sorted[0]; candidate <= sorted[sorted.length - 1]; candidate *= STEP) {
                double score = 0;
                for (double actual : sorted) {
                    score += PhmScore.of(candidate, actual);
                }
                if (score > best) {
                    best = score;
                    expected = candidate;
                }
            }
            double lower = sorted[(int) (TAIL * (sorted.length - 1))];
            double upper = sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
            return new Factor(expected, Math.min(lower, expected), Math.max(upper, expected));
        }

        BearingForecast at(double age) {
            double root = Math.sqrt(age);
            return new BearingForecast(expected * root, lower * root, upper * root);
        }

        void write(DataOutput out) throws IOException {
            out.writeDouble(expected);
            out.writeDouble(lower);
            out.writeDouble(upper);
        }

        static Factor read(DataInput in) throws IOException {
            return new Factor(in.readDouble(), in.readDouble(), in.readDouble());
        }
    }

    private BearingModel(Factor calm, Factor warned) {
        this.calm = calm;
        this.warned = warned;
    }

    /** Learns from bearings that ran to their failure. */
    public static BearingModel train(List<BearingRun> known) {
        List<Double> calm = new ArrayList<>();
        List<Double> warned = new ArrayList<>();
        for (BearingRun run : known) {
            if (run.rows() < SHORTEST) {
                throw new IllegalArgumentException(
                        "training on a bearing of %d snapshots: it takes at least %d".formatted(run.rows(), SHORTEST));
            }
            List<VibrationWatch.State> states = watch(run);
            for (int i = 0; i < SAMPLES; i++) {
                double part = FROM + (TO - FROM) * i / (SAMPLES - 1);
                int row = (int) (part * (run.rows() - 1));
                if (run.age(row) > 0 && run.left(row) > 0) {
                    (states.get(row).standing() ? warned : calm).add(run.left(row) / Math.sqrt(run.age(row)));
                }
            }
        }
        if (calm.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "training on %d bearings: too little of their lives was calm".formatted(known.size()));
        }
        Factor whenCalm = Factor.of(calm);
        return new BearingModel(whenCalm, warned.size() < FEWEST ? whenCalm : Factor.of(warned));
    }

    /** What the watch says at each snapshot. */
    public static List<VibrationWatch.State> watch(BearingRun run) {
        VibrationWatch watch = new VibrationWatch(run.features()[0].length);
        List<VibrationWatch.State> states = new ArrayList<>();
        for (double[] features : run.features()) {
            states.add(watch.on(features));
        }
        return states;
    }

    /** For a bearing of {@code age} seconds. */
    public BearingForecast forecast(double age, VibrationWatch.State state) {
        return (state.standing() ? warned : calm).at(age);
    }

    public void write(DataOutput out) throws IOException {
        calm.write(out);
        warned.write(out);
    }

    public static BearingModel read(DataInput in) throws IOException {
        return new BearingModel(Factor.read(in), Factor.read(in));
    }
}
