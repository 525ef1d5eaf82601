package wrenchline.prediction.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a {@link SeriesFile}.
 *
 * @param time the time as written
 * @param at the time, null when it cannot be read
 * @param values one per channel; NaN where there is no number
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SeriesRow(String time, @Nullable Instant at, double[] values) {}
