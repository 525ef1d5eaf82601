package wrenchline.prediction.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * How one component is judged: by which experts, each with its ridge. Chosen by cross-validation with whole blocks held out; docs/foresight.md has
 * what else was tried.
 */
record Method(List<Plan> plans) {

    record Plan(Window window, boolean perCooler, double ridge) {}

    private static final Window WHOLE = new Window(0, 1);
    private static final int PHASES = 6;

    static Method of(Component component) {
        return switch (component) {
            case COOLER -> new Method(List.of(new Plan(WHOLE, false, 1e-4)));
            case VALVE -> new Method(List.of(new Plan(WHOLE, false, 1e-6)));
            case PUMP -> phases();
            // The pre-charge shows in small differences of neighbouring seconds, hence the tiny ridge.
            case ACCUMULATOR -> new Method(List.of(new Plan(WHOLE, false, 1e-7), new Plan(WHOLE, true, 1e-6)));
        };
    }

    /** Leakage shows all through the cycle: each phase judges for itself, so that a valve which sticks in one is outvoted. */
    private static Method phases() {
        List<Plan> plans = new ArrayList<>();
        for (int phase = 0; phase < PHASES; phase++) {
            plans.add(new Plan(new Window(phase, PHASES), false, 1e-6));
        }
        return new Method(plans);
    }
}
