package wrenchline.core.equipment;

import java.time.Duration;

/**
 * A limit of a metric with hysteresis and duration (限值): the alarm is raised once the value has been beyond {@code raise} for
 * {@code duration}, and is over when it comes back across {@code clear}.
 *
 * @param failureMode the failure mode it points to (失效模式, ISO 14224), for instance {@code OVERHEATING}
 * @param side whether values above or below {@code raise} are bad
 * @param raise in the metric's unit
 * @param clear in the metric's unit, on the good side of {@code raise}
 * @param duration of event time; zero raises at the first value
 */
public record Limit(
        String metric,
        String failureMode,
        Names names,
        Severity severity,
        Side side,
        double raise,
        double clear,
        Duration duration) {

    /** The bad side of a limit. */
    public enum Side {
        ABOVE,
        BELOW
    }

    public Limit {
        boolean ordered = side == Side.ABOVE ? clear <= raise : clear >= raise;
        if (!ordered) {
            throw new IllegalArgumentException(
                    "limit of " + metric + ": clear " + clear + " is on the bad side of raise " + raise);
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("limit of " + metric + ": negative duration " + duration);
        }
    }

    /** Whether {@code value} is beyond the limit. */
    public boolean isBeyond(double value) {
        return side == Side.ABOVE ? value > raise : value < raise;
    }

    /** Whether {@code value} has come back far enough to end the alarm. */
    public boolean isCleared(double value) {
        return side == Side.ABOVE ? value <= clear : value >= clear;
    }
}
