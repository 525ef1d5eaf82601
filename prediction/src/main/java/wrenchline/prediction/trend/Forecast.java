package wrenchline.prediction.trend;

import java.time.Duration;

/** When a trend reaches its limit (到限预测), counted from the newest reading. */
public sealed interface Forecast {

    /** Too few readings to tell a trend from noise. */
    record Unknown() implements Forecast {}

    /** No trend towards the limit that stands out of the noise, or one so slow that what was seen cannot carry it that far. */
    record Steady() implements Forecast {}

    /** The level is at the limit or beyond. */
    record Reached() implements Forecast {}

    /** With a chance of 80 % the limit is reached between {@code lower} and {@code upper}. */
    record Reaches(Duration lower, Duration expected, Duration upper) implements Forecast {}
}
