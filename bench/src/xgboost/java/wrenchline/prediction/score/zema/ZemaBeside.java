package wrenchline.prediction.score.zema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wrenchline.prediction.boosting.BoostedClassification;
import wrenchline.prediction.boosting.Growth;
import wrenchline.prediction.boosting.Peer;
import wrenchline.prediction.diagnosis.BlockFolds;
import wrenchline.prediction.diagnosis.Component;
import wrenchline.prediction.diagnosis.ComponentDiagnosis;
import wrenchline.prediction.diagnosis.Cycle;
import wrenchline.prediction.diagnosis.CycleFolder;
import wrenchline.prediction.diagnosis.DiagnosisTraining;
import wrenchline.prediction.diagnosis.LabelledCycles;

/** Prints what boosted trees reach on the hydraulic rig, ours and XGBoost, beside the product's discriminants: the same blocks held out. */
public final class ZemaBeside {

    private static final int FOLDS = 5;
    private static final int DEALS = 2;
    private static final Growth GROWTH = new Growth(120, 0.1, 12, 1, 1, 0.7, 0.1, 64, 1);

    private ZemaBeside() {}

    public static void main(String[] arguments) throws Exception {
        LabelledCycles known = CycleFolder.labelled(Path.of(arguments[0]));
        double[][] rows = known.measured().cycles().stream().map(ZemaBeside::row).toArray(double[][]::new);
        List<int[]> folds = new ArrayList<>();
        for (int deal = 0; deal < DEALS; deal++) {
            folds.addAll(BlockFolds.deal(known, FOLDS, deal));
        }
        List<ComponentDiagnosis> discriminants = folds.stream()
                .map(held -> DiagnosisTraining.uncalibrated(known.only(BlockFolds.others(known, held))))
                .toList();
        System.out.println("| component | the product: discriminants | our trees | XGBoost, same growth | XGBoost, its defaults |");
        System.out.println("|---|---|---|---|---|");
        for (Component component : Component.values()) {
            int[] truth = known.conditions().stream()
                    .mapToInt(condition -> condition.of(component))
                    .toArray();
            int[] levels = Arrays.stream(truth).distinct().sorted().toArray();
            double[] sums = new double[4];
            for (int deal = 0; deal < DEALS; deal++) {
                int[][] told = new int[sums.length][truth.length];
                for (int fold = 0; fold < FOLDS; fold++) {
                    int[] held = folds.get(deal * FOLDS + fold);
                    ComponentDiagnosis discriminant = discriminants.get(deal * FOLDS + fold);
                    for (int cycle : held) {
                        told[0][cycle] = discriminant
                                .diagnose(known.measured().cycles().get(cycle))
                                .get(component.ordinal())
                                .value();
                    }
                    tell(rows, truth, levels, BlockFolds.others(known, held), held, told);
                }
                for (int judge = 0; judge < sums.length; judge++) {
                    sums[judge] += MacroF1.of(truth, told[judge]) / DEALS;
                }
            }
            System.out.printf(
                    "| %s | %.4f | %.4f | %.4f | %.4f |%n",
                    component.name().toLowerCase(), sums[0], sums[1], sums[2], sums[3]);
        }
    }

    private static void tell(double[][] rows, int[] truth, int[] levels, int[] seen, int[] held, int[][] told)
            throws Exception {
        double[][] lesson = Arrays.stream(seen).mapToObj(cycle -> rows[cycle]).toArray(double[][]::new);
        int[] labels = Arrays.stream(seen)
                .map(cycle -> Arrays.binarySearch(levels, truth[cycle]))
                .toArray();
        double[] weights = new double[seen.length];
        Arrays.fill(weights, 1);
        BoostedClassification ours = BoostedClassification.train(lesson, labels, levels.length, weights, GROWTH);
        double[][] asked = Arrays.stream(held).mapToObj(cycle -> rows[cycle]).toArray(double[][]::new);
        float[][] alike = Peer.classification(lesson, labels, levels.length, Peer.like(GROWTH), GROWTH.rounds())
                .predict(asked);
        float[][] plain = Peer.classification(lesson, labels, levels.length, Peer.plain(0.3, 1), 100)
                .predict(asked);
        for (int index = 0; index < held.length; index++) {
            told[1][held[index]] = levels[best(ours.probabilities(asked[index]))];
            told[2][held[index]] = levels[best(doubles(alike[index]))];
            told[3][held[index]] = levels[best(doubles(plain[index]))];
        }
    }

    /** The curves of all sensors, one after the other. */
    private static double[] row(Cycle cycle) {
        return cycle.curves().stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            doubles[index] = values[index];
        }
        return doubles;
    }

    private static int best(double[] chances) {
        int best = 0;
        for (int index = 1; index < chances.length; index++) {
            best = chances[index] > chances[best] ? index : best;
        }
        return best;
    }
}
