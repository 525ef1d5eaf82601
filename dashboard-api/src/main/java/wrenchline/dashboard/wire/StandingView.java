package wrenchline.dashboard.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Sequence;
import wrenchline.core.reading.Standing;

/**
 * How far a machine's readings are.
 *
 * @param missing numbers of its own counter that have not come
 * @param gaps the last of them, lowest first
 * @param lost numbers that are not waited for any more
 * @param recovered numbers that were missing and came late
 * @param restarts how often it began to count anew
 * @param clockOffsetMillis how much later than its own time its messages arrive at best; null while it sends no time
 */
public record StandingView(
        EquipmentId machine,
        Instant newest,
        long missing,
        List<Sequence.Gap> gaps,
        long lost,
        long recovered,
        long restarts,
        @Nullable Long clockOffsetMillis) {

    private static final int MOST_GAPS = 5;

    public static StandingView of(Standing standing) {
        Sequence sequence = standing.sequence();
        List<Sequence.Gap> gaps = sequence.gaps();
        Duration offset = standing.clockOffset();
        return new StandingView(
                standing.equipment(),
                standing.newest(),
                sequence.missing(),
                gaps.subList(Math.max(0, gaps.size() - MOST_GAPS), gaps.size()),
                sequence.lost(),
                sequence.recovered(),
                sequence.restarts(),
                offset == null ? null : offset.toMillis());
    }
}
