package wrenchline.prediction.score.zema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wrenchline.prediction.diagnosis.BlockFolds;
import wrenchline.prediction.diagnosis.Component;
import wrenchline.prediction.diagnosis.ComponentDiagnosis;
import wrenchline.prediction.diagnosis.Condition;
import wrenchline.prediction.diagnosis.CycleFolder;
import wrenchline.prediction.diagnosis.DiagnosisTraining;
import wrenchline.prediction.diagnosis.LabelledCycles;
import wrenchline.prediction.score.Figures;

/** Scores the diagnosis with whole blocks held out: a fifth at a time, dealt in several ways. */
public final class ZemaScore {

    private static final int FOLDS = 5;
    private static final int DEALS = 5;

    private final LabelledCycles known;

    private ZemaScore(LabelledCycles known) {
        this.known = known;
    }

    /** @param folder as {@link CycleFolder} reads it, with {@code profile.txt} and {@code block.txt} */
    public static List<Figures> of(Path folder) throws IOException {
        List<ComponentScore> scores = new ZemaScore(CycleFolder.labelled(folder)).run();
        SequencedMap<String, Double> reached = new LinkedHashMap<>();
        SequencedMap<String, Double> commonest = new LinkedHashMap<>();
        for (ComponentScore score : scores) {
            String name = score.component().name().toLowerCase(Locale.ROOT);
            reached.put(name, score.mean());
            reached.put(name + ", worst deal of blocks", score.worst());
            reached.put(name + ", best deal of blocks", score.best());
            reached.put(name + ", settled cycles", score.settled());
            reached.put(name + ", unknown period", score.unknownPeriod());
            commonest.put(name, score.commonest());
        }
        return List.of(
                new Figures("wrenchline, macro-F1 with whole blocks held out", reached),
                new Figures("always the commonest", commonest));
    }

    private List<ComponentScore> run() {
        List<Map<Component, int[]>> told = new ArrayList<>();
        for (int seed = 0; seed < DEALS; seed++) {
            told.add(tell(BlockFolds.deal(known, FOLDS, seed)));
        }
        Map<Component, int[]> unknownPeriod = tell(periods());
        return Stream.of(Component.values())
                .map(component -> score(component, told, unknownPeriod))
                .toList();
    }

    private ComponentScore score(
            Component component, List<Map<Component, int[]>> partitions, Map<Component, int[]> unknownPeriod) {
        int[] truth = values(known.conditions(), component);
        int[] settled =
                IntStream.range(0, truth.length).filter(known.settled()::get).toArray();
        List<int[]> told = partitions.stream().map(all -> at(all, component)).toList();
        return new ComponentScore(
                component,
                told.stream().map(each -> MacroF1.of(truth, each)).toList(),
                told.stream()
                        .mapToDouble(each -> MacroF1.of(at(settled, truth), at(settled, each)))
                        .average()
                        .orElseThrow(),
                MacroF1.of(truth, commonest(truth)),
                MacroF1.of(truth, at(unknownPeriod, component)));
    }

    /** The told value of each component at each cycle. */
    private Map<Component, int[]> tell(List<int[]> folds) {
        Map<Component, int[]> told = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            told.put(component, new int[known.size()]);
        }
        for (int[] heldOut : folds) {
            ComponentDiagnosis model = DiagnosisTraining.uncalibrated(known.only(BlockFolds.others(known, heldOut)));
            for (int cycle : heldOut) {
                model.diagnose(known.measured().cycles().get(cycle))
                        .forEach(finding -> at(told, finding.component())[cycle] = finding.value());
            }
        }
        return told;
    }

    private List<int[]> periods() {
        List<List<Integer>> periods = known.conditions().stream()
                .map(condition -> List.of(condition.cooler(), condition.accumulator()))
                .toList();
        return periods.stream()
                .distinct()
                .map(period -> IntStream.range(0, periods.size())
                        .filter(cycle -> periods.get(cycle).equals(period))
                        .toArray())
                .toList();
    }

    private static int[] commonest(int[] truth) {
        int level = Arrays.stream(truth)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return IntStream.range(0, truth.length).map(cycle -> level).toArray();
    }

    private static int[] values(List<Condition> conditions, Component component) {
        return conditions.stream()
                .mapToInt(condition -> condition.of(component))
                .toArray();
    }

    private static int[] at(Map<Component, int[]> told, Component component) {
        return Objects.requireNonNull(told.get(component));
    }

    private static int[] at(int[] cycles, int[] values) {
        return Arrays.stream(cycles).map(cycle -> values[cycle]).toArray();
    }
}
