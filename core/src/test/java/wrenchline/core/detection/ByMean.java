package wrenchline.core.detection;

import java.util.Arrays;
import java.util.List;
import wrenchline.core.equipment.DiagnosedUnit;

/** Takes the mean of the first curve for the level of the only component, and that of the second for its probability. */
record ByMean(DiagnosedUnit unit) implements Diagnosis {

    static final int POINTS = 10;

    static Diagnosis of(DiagnosedUnit unit) {
        return new ByMean(unit);
    }

    @Override
    public List<Integer> points() {
        return unit.sensors().stream().map(_ -> POINTS).toList();
    }

    @Override
    public List<Judged> judge(List<double[]> curves) {
        return List.of(new Judged(
                unit.components().getFirst().id(),
                (int) Math.round(mean(curves.getFirst())),
                mean(curves.getLast()),
                List.of(new Grounds.Contribution(unit.sensors().getFirst().metric(), 1))));
    }

    private static double mean(double[] curve) {
        return Arrays.stream(curve).average().orElseThrow();
    }
}
