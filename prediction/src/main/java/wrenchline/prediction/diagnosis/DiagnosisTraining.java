package wrenchline.prediction.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Learns a {@link ComponentDiagnosis}. Deterministic: the same cycles give the same model. */
public final class DiagnosisTraining {

    private static final int FOLDS = 5;
    private static final double COOLEST = 0.25;
    private static final double HOTTEST = 8;
    private static final double STEP = 1.1;

    private DiagnosisTraining() {}

    /** Learns, and calibrates the probabilities on blocks held out. */
    public static ComponentDiagnosis calibrated(LabelledCycles known) {
        ComponentDiagnosis plain = uncalibrated(known);
        Map<Component, List<Judged>> judged = new EnumMap<>(Component.class);
        for (int[] heldOut : BlockFolds.deal(known, FOLDS, 1)) {
            LabelledCycles unseen = known.only(heldOut);
            ComponentDiagnosis part = uncalibrated(known.only(BlockFolds.others(known, heldOut)));
            for (Component component : Component.values()) {
                judged.computeIfAbsent(component, _ -> new ArrayList<>()).addAll(judge(part, component, unseen));
            }
        }
        return new ComponentDiagnosis(
                plain.sensors(),
                plain.points(),
                plain.models().stream()
                        .map(model -> model.at(temperature(judged.getOrDefault(model.component(), List.of()))))
                        .toList());
    }

    /** Cycles of a level that was not learned are left out: no temperature could mend them. */
    private static List<Judged> judge(ComponentDiagnosis part, Component component, LabelledCycles unseen) {
        int[] levels = part.model(component).levels();
        List<Judged> judged = new ArrayList<>();
        for (int cycle = 0; cycle < unseen.size(); cycle++) {
            int level =
                    Arrays.binarySearch(levels, unseen.conditions().get(cycle).of(component));
            if (level >= 0) {
                judged.add(new Judged(
                        part.evidence(component, unseen.measured().cycles().get(cycle)), level));
            }
        }
        return judged;
    }

    /** Learns; the values are those of {@link #calibrated}, in a sixth of the time, but the probabilities are too sure. */
    public static ComponentDiagnosis uncalibrated(LabelledCycles known) {
        return new ComponentDiagnosis(
                known.measured().sensors(),
                known.measured().cycles().getFirst().curves().stream()
                        .map(curve -> curve.length)
                        .toList(),
                Stream.of(Component.values())
                        .map(component -> ComponentModel.learn(component, known))
                        .toList());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Judged(double[] evidence, int level) {

        double surprise(double temperature) {
            return -Softmax.logarithms(evidence, temperature)[level];
        }
    }

    private static double temperature(List<Judged> judged) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double temperature = COOLEST; temperature < HOTTEST; temperature *= STEP) {
            double tried = temperature;
            double surprise =
                    judged.stream().mapToDouble(each -> each.surprise(tried)).sum();
            if (surprise < least) {
                least = surprise;
                best = temperature;
            }
        }
        return best;
    }
}
