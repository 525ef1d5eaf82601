package wrenchline.core.detection;

import java.time.Instant;

/**
 * When a metric reaches a limit if it goes on as it does (预计到限时间).
 *
 * @param perDay its slope, in its unit a day
 * @param earliest with the latest, the band in which it happens with 80 %
 */
public record Forecast(double perDay, Instant likely, Instant earliest, Instant latest) {}
