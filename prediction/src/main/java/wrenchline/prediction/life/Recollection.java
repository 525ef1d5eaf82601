package wrenchline.prediction.life;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the estimators of a model said of one machine at its newest cycles (记忆), so that none is asked about a cycle twice. It says nothing that
 * they would not say again: after a restart they are asked again.
 */
final class Recollection {

    private final Map<Integer, Said> said = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Said(int histories, int cycles, double[] course) {

        double[] and(double next) {
            double[] longer =
                    Arrays.copyOfRange(course, Math.max(0, course.length + 1 - Hindsight.REACH), course.length + 1);
            longer[longer.length - 1] = next;
            return longer;
        }
    }

    /** What estimator {@code number} says at the newest cycles of {@code histories}, as many as hindsight needs. */
    double[] course(int number, Estimator estimator, List<History> histories) {
        History now = histories.getLast();
        int cycles = now.machine().cycles();
        Said before = said.get(number);
        double[] course = before != null && before.histories() == histories.size() && before.cycles() == cycles - 1
                ? before.and(estimator.course(now, cycles - 1)[0])
                : estimator.course(now, Math.max(0, cycles - Hindsight.REACH));
        said.put(number, new Said(histories.size(), cycles, course));
        return course;
    }
}
