package wrenchline.prediction.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A rig of three sensors whose curves follow the condition of its components, for tests. */
final class SampleRig {

    private static final int POINTS = 12;
    private static final int CYCLES_A_BLOCK = 4;
    private static final int[] COOLERS = {3, 100};
    private static final int[] VALVES = {73, 100};
    private static final int[] PUMPS = {0, 2};
    private static final int[] ACCUMULATORS = {90, 130};

    private SampleRig() {}

    /** Each combination of levels as a block. */
    static LabelledCycles known() {
        List<Cycle> cycles = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        List<Integer> blocks = new ArrayList<>();
        List<Boolean> settled = new ArrayList<>();
        Random noise = new Random(1);
        for (int block = 0; block < 16; block++) {
            Condition condition = new Condition(
                    COOLERS[block & 1], VALVES[block >> 1 & 1], PUMPS[block >> 2 & 1], ACCUMULATORS[block >> 3]);
            for (int repeat = 0; repeat < CYCLES_A_BLOCK; repeat++) {
                cycles.add(cycle(condition, noise));
                conditions.add(condition);
                blocks.add(block);
                settled.add(repeat > 0);
            }
        }
        return new LabelledCycles(
                new Cycles(List.of("flow", "pressure", "temperature"), cycles), conditions, blocks, settled);
    }

    private static Cycle cycle(Condition condition, Random noise) {
        double[] flow = new double[POINTS];
        double[] pressure = new double[POINTS];
        double[] temperature = new double[POINTS];
        for (int point = 0; point < POINTS; point++) {
            double warmth = 60 - 0.2 * condition.cooler();
            flow[point] = 8 - 0.5 * condition.pump() - 0.01 * warmth + 0.01 * noise.nextGaussian();
            double valve = point < 4 ? 0.1 * condition.valve() : 0;
            double decay = point > 8 ? 0.05 * condition.accumulator() : 0;
            pressure[point] = 150 + valve + decay - 0.02 * warmth + 0.05 * noise.nextGaussian();
            temperature[point] = warmth + 0.1 * noise.nextGaussian();
        }
        return new Cycle(List.of(flow, pressure, temperature));
    }
}
