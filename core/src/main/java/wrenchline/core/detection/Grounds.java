package wrenchline.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a failure was raised (判定依据), as it was at that moment; it stays with the ticket and never changes. */
public sealed interface Grounds {

    /**
     * The machine does not behave as it learned to (行为异常).
     *
     * @param score from 0 to 1
     * @param asHighBefore when its score was last as high; null when it never was, as far as is remembered
     * @param contributions of each metric to the score, the greatest first
     * @param window the last minutes before it: the score and the metrics that contribute most
     */
    record Unusual(double score, @Nullable Instant asHighBefore, List<Contribution> contributions, List<Trace> window)
            implements Grounds {
        public Unusual {
            contributions = List.copyOf(contributions);
            window = List.copyOf(window);
        }

        public Optional<Instant> asHighBeforeIfKnown() {
            return Optional.ofNullable(asHighBefore);
        }
    }

    /** A metric is on its way to a limit (趋势): it reaches it {@code forecast}. */
    record Approaching(Forecast forecast, List<Trace> window) implements Grounds {
        public Approaching {
            window = List.copyOf(window);
        }
    }

    /** Nothing comes from a machine that should report (无数据). */
    record Silent(Instant lastHeard, Duration allowed) implements Grounds {}

    /** A metric does not change any more, although it always did (卡值). */
    record Frozen(Instant since, int readings) implements Grounds {}

    /**
     * The rated life of a part is nearly or wholly used up (寿命耗尽).
     *
     * @param spent when it will be, or was, at the present pace of use; null while the pace is unknown
     */
    record Worn(
            String part, double used, double life, @Nullable Instant spent) implements Grounds {}

    /** A part is near the end of its life, as those did that ran to their failure (剩余寿命不足). */
    record Ending(RemainingLife remaining) implements Grounds {}

    /**
     * A component is in a bad way, as its working cycles show (部件诊断).
     *
     * @param level as in the equipment model
     * @param probability of the level, at the newest cycle
     * @param cycles that show it, in a row
     * @param contributions of each metric to what speaks for the level, the greatest first
     * @param window the newest cycle: the metrics that contribute most
     */
    record Degraded(
            String component,
            int level,
            double probability,
            int cycles,
            List<Contribution> contributions,
            List<Trace> window)
            implements Grounds {
        public Degraded {
            contributions = List.copyOf(contributions);
            window = List.copyOf(window);
        }
    }

    /** @param share from 0 to 1; those of all metrics make 1 */
    record Contribution(String metric, double share) {}

    /** What was measured (曲线), oldest first. */
    record Trace(String metric, List<Sample> samples) {

        /** The score, where it stands beside metrics. */
        public static final String SCORE = "score";

        public Trace {
            samples = List.copyOf(samples);
        }
    }

    record Sample(Instant at, double value) {}
}
