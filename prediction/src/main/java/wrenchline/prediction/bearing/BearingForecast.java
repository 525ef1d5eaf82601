package wrenchline.prediction.bearing;

/**
 * Seconds that a bearing will still run (剩余时间).
 *
 * @param expected chosen to be rather too short than too long, as the score of PHM 2012 wants it
 * @param lower and {@code upper} held the truth for four in five of the bearings that were learned from
 */
public record BearingForecast(double expected, double lower, double upper) {}
