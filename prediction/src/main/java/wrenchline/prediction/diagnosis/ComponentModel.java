package wrenchline.prediction.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What was learned about one component. {@code temperature} makes its probabilities as frequent as they say. */
@SuppressWarnings("ArrayRecordComponent") // numbers for the inner loops; never compared, never changed
record ComponentModel(Component component, int[] levels, List<Expert> experts, double temperature) {

    /** No expert counts a level as less likely than this: one misled expert must not overrule all others. */
    private static final double FLOOR = 1e-3;

    static ComponentModel learn(Component component, LabelledCycles known) {
        int[] levels = known.levels(component);
        int[] coolers = known.levels(Component.COOLER);
        int[] level = indices(known, component, levels);
        int[] cooler = indices(known, Component.COOLER, coolers);
        List<Expert> experts = new ArrayList<>();
        for (Method.Plan plan : Method.of(component).plans()) {
            experts.add(Expert.learn(
                    plan.window(),
                    known.measured().cycles(),
                    level,
                    levels.length,
                    plan.perCooler() ? coolers : new int[] {coolers[0]},
                    cooler,
                    plan.ridge()));
        }
        return new ComponentModel(component, levels, experts, 1);
    }

    ComponentModel at(double calibrated) {
        return new ComponentModel(component, levels, experts, calibrated);
    }

    /** The sum of what all experts say, uncalibrated. */
    double[] evidence(Cycle cycle, int coolerLevel) {
        double[] sum = new double[levels.length];
        for (Expert expert : experts) {
            double[] logarithms = expert.logarithms(cycle, coolerLevel);
            for (int level = 0; level < sum.length; level++) {
                sum[level] += Math.log(Math.exp(logarithms[level]) + FLOOR);
            }
        }
        return sum;
    }

    Finding judge(Cycle cycle, List<String> sensors, int coolerLevel) {
        double[] evidence = evidence(cycle, coolerLevel);
        double[] probabilities = Arrays.stream(Softmax.logarithms(evidence, temperature))
                .map(Math::exp)
                .toArray();
        int best = Softmax.best(evidence);
        evidence[best] = Double.NEGATIVE_INFINITY;
        int second = Softmax.best(evidence);
        List<Finding.Chance> chances = IntStream.range(0, levels.length)
                .mapToObj(level -> new Finding.Chance(levels[level], probabilities[level]))
                .toList();
        return new Finding(
                component, levels[best], probabilities[best], chances, why(cycle, sensors, coolerLevel, best, second));
    }

    private List<Finding.Share> why(Cycle cycle, List<String> sensors, int coolerLevel, int best, int second) {
        double[] sums = new double[sensors.size()];
        for (Expert expert : experts) {
            Vectors.add(sums, 1, expert.sensors(cycle, coolerLevel, best, second), sums.length);
        }
        double all = Arrays.stream(sums).filter(sum -> sum > 0).sum();
        return IntStream.range(0, sums.length)
                .filter(sensor -> sums[sensor] > 0)
                .mapToObj(sensor -> new Finding.Share(sensors.get(sensor), sums[sensor] / all))
                .sorted((left, right) -> Double.compare(right.part(), left.part()))
                .toList();
    }

    private static int[] indices(LabelledCycles known, Component component, int[] levels) {
        return known.conditions().stream()
                .mapToInt(condition -> Arrays.binarySearch(levels, condition.of(component)))
                .toArray();
    }
}
