package wrenchline.core.detection;

import java.util.List;
import wrenchline.core.equipment.DiagnosedUnit;

/** Tells the condition of each component from one working cycle (部件诊断). Safe for all threads. */
public interface Diagnosis {

    /** How many points, evenly spaced over the cycle, the curve of each sensor of the unit has. */
    List<Integer> points();

    /** One for each component that is known, from the curves of the unit's sensors in their order. */
    List<Judged> judge(List<double[]> curves);

    /**
     * What one cycle shows of a component.
     *
     * @param level the likeliest
     * @param probability of that level
     * @param contributions of the metrics to what speaks for it, the greatest first
     */
    record Judged(String component, int level, double probability, List<Grounds.Contribution> contributions) {
        public Judged {
            contributions = List.copyOf(contributions);
        }
    }

    /** Makes one for a unit. */
    @FunctionalInterface
    interface Maker {
        Diagnosis of(DiagnosedUnit unit);
    }
}
