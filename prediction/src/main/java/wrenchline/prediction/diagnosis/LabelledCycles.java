package wrenchline.prediction.diagnosis;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Cycles whose condition is known.
 *
 * @param blocks the block of each cycle: a run of constant condition, whose cycles are near copies of each other
 * @param settled whether the rig had settled (稳定) in its condition before each cycle
 */
public record LabelledCycles(Cycles measured, List<Condition> conditions, List<Integer> blocks, List<Boolean> settled) {

    public LabelledCycles {
        conditions = List.copyOf(conditions);
        blocks = List.copyOf(blocks);
        settled = List.copyOf(settled);
    }

    public int size() {
        return conditions.size();
    }

    public LabelledCycles only(int[] cycles) {
        return new LabelledCycles(
                new Cycles(measured.sensors(), chosen(measured.cycles(), cycles)),
                chosen(conditions, cycles),
                chosen(blocks, cycles),
                chosen(settled, cycles));
    }

    /** The known values of {@code component}, rising. */
    int[] levels(Component component) {
        return conditions.stream()
                .mapToInt(condition -> condition.of(component))
                .distinct()
                .sorted()
                .toArray();
    }

    private static <T> List<T> chosen(List<T> all, int[] cycles) {
        return IntStream.of(cycles).mapToObj(all::get).toList();
    }
}
