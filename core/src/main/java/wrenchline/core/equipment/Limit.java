package wrenchline.core.equipment;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit of a metric with hysteresis and duration (限值): the alarm is raised once the value has been beyond {@code raise} for
 * {@code duration}, and is over when it comes back across {@code clear}.
 *
 * @param failureMode the failure mode it points to (失效模式, ISO 14224), for instance {@code OVERHEATING}
 * @param side whether values above or below {@code raise} are bad
 * @param raise in the metric's unit
 * @param clear in the metric's unit, on the good side of {@code raise}
 * @param duration of event time; zero raises at the first value
 * @param settable to what the controller's own limit may be set from afar; null when it may not be set
 * @param inhibitStart whether the machine is told not to start when this limit is crossed; for critical ones alone
 */
public record Limit(
        String metric,
        String failureMode,
        Names names,
        Severity severity,
        Side side,
        double raise,
        double clear,
        Duration duration,
        @Nullable Settable settable,
        boolean inhibitStart) {

    /** The values, in the metric's unit, that are safe for every machine of the model (可设范围); both ends are allowed. */
    public record Settable(double from, double to) {
        public boolean allows(double value) {
            return from <= value && value <= to;
        }
    }

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
        if (settable != null && !(settable.from() <= settable.to())) {
            throw new IllegalArgumentException(
                    "limit of " + metric + ": nothing is between " + settable.from() + " and " + settable.to());
        }
        if (inhibitStart && severity != Severity.CRITICAL) {
            throw new IllegalArgumentException(
                    "limit of " + metric + ": only a critical one may inhibit the start of a machine");
        }
    }

    /** A limit that is only watched: it cannot be set and inhibits nothing. */
    public Limit(
            String metric,
            String failureMode,
            Names names,
            Severity severity,
            Side side,
            double raise,
            double clear,
            Duration duration) {
        this(metric, failureMode, names, severity, side, raise, clear, duration, null, false);
    }

    public Optional<Settable> settableIfAny() {
        return Optional.ofNullable(settable);
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
