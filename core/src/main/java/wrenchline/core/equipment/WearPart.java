package wrenchline.core.equipment;

import java.util.Locale;

/**
 * A part that wears (易损件).
 *
 * @param id for instance {@code belt}
 * @param usage what wears it
 * @param life its rated life (额定寿命), in what {@code usage} counts
 */
public record WearPart(String id, Names names, Usage usage, double life) {
    public WearPart {
        if (!(life > 0)) {
            throw new IllegalArgumentException("part " + id + ": a rated life of " + life);
        }
    }

    /** The failure mode (失效模式) of this part when its life is over, for instance {@code WORN_BELT}. */
    public String failureMode() {
        return failureMode(id);
    }

    static String failureMode(String part) {
        return "WORN_" + part.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** How use is counted (使用计量). */
    public sealed interface Usage {

        String metric();

        /** Hours with the metric above {@code above}. */
        record Hours(String metric, double above) implements Usage {}

        /** How often the metric rises above {@code above}; it must have come back below it in between. */
        record Cycles(String metric, double above) implements Usage {}

        /** What the controller counts itself; where its count begins again, it goes on here. */
        record Counter(String metric) implements Usage {}
    }
}
