package wrenchline.core.reading;

import java.time.Instant;

/**
 * A stretch of history drawn as one point: the smallest, largest and mean value from {@code at} on. A spike is never hidden by
 * the mean.
 *
 * @param count how many readings it stands for
 */
public record Point(Instant at, double min, double max, double mean, long count) {}
