package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How far predictions were off for machines that the estimator had not seen, by what was predicted (conformal prediction, 保形预测): the band holds
 * the truth as often as it did there.
 */
final class Band {

    private static final double TAIL = 0.1;
    private static final int NEIGHBOURS = 400;

    /** A prediction for a machine held out, and what it had left. */
    record Outcome(double predicted, double truth) {}

    private final List<Outcome> outcomes;
    private final double[] predictions;
    private final double cap;

    Band(List<Outcome> outcomes, double cap) {
        this.outcomes = outcomes.stream()
                .sorted(Comparator.comparingDouble(Outcome::predicted))
                .toList();
        this.predictions =
                this.outcomes.stream().mapToDouble(Outcome::predicted).toArray();
        this.cap = cap;
    }

    LifeForecast around(double predicted) {
        int count = Math.min(NEIGHBOURS, outcomes.size());
        int from = first(predicted) - count / 2;
        from = Math.clamp(from, 0, outcomes.size() - count);
        double[] errors = outcomes.subList(from, from + count).stream()
                .mapToDouble(each -> each.truth() - each.predicted())
                .sorted()
                .toArray();
        double lower = errors[(int) Math.floor(TAIL * (count - 1))];
        double upper = errors[(int) Math.ceil((1 - TAIL) * (count - 1))];
        return new LifeForecast(
                predicted,
                Math.clamp(predicted + lower, 0, predicted),
                Math.clamp(predicted + upper, predicted, Math.max(predicted, cap)));
    }

    private int first(double predicted) {
        int found = Arrays.binarySearch(predictions, predicted);
        return found >= 0 ? found : -found - 1;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(cap);
        Numbers.write(out, predictions);
        Numbers.write(out, outcomes.stream().mapToDouble(Outcome::truth).toArray());
    }

    static Band read(DataInput in) throws IOException {
        double cap = in.readDouble();
        double[] predicted = Numbers.read(in);
        double[] truths = Numbers.read(in);
        Outcome[] outcomes = new Outcome[predicted.length];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = new Outcome(predicted[i], truths[i]);
        }
        return new Band(List.of(outcomes), cap);
    }
}
