package wrenchline.prediction.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TrendToLimitTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_rise_of_one_degree_an_hour_reaches_eighty_in_ten_hours() {
        Forecast forecast =
                upper(80, 600, minute -> 60 + minute / 60.0 + noise(minute)).forecast();
        assertThat(forecast).isInstanceOfSatisfying(Forecast.Reaches.class, reaches -> {
            assertThat(reaches.expected()).isBetween(Duration.ofHours(9), Duration.ofHours(11));
            assertThat(reaches.lower()).isBetween(Duration.ofHours(7), reaches.expected());
            assertThat(reaches.upper()).isBetween(reaches.expected(), Duration.ofHours(13));
        });
    }

    @Test
    void a_falling_oil_level_reaches_its_lowest() {
        TrendToLimit trend = new TrendToLimit(20, Side.LOWER);
        feed(trend, 0, 600, minute -> 50 - minute / 60.0);
        assertThat(trend.forecast())
                .isInstanceOfSatisfying(
                        Forecast.Reaches.class,
                        reaches ->
                                assertThat(reaches.expected()).isBetween(Duration.ofHours(19), Duration.ofHours(21)));
    }

    @Test
    void noise_and_a_fall_lead_nowhere() {
        assertThat(upper(80, 600, minute -> 60 + noise(minute)).forecast()).isInstanceOf(Forecast.Steady.class);
        assertThat(upper(80, 600, minute -> 60 - minute / 60.0).forecast()).isInstanceOf(Forecast.Steady.class);
    }

    @Test
    void a_level_beyond_the_limit_has_reached_it() {
        assertThat(upper(80, 100, _ -> 81).forecast()).isInstanceOf(Forecast.Reached.class);
    }

    @Test
    void a_few_readings_say_nothing() {
        assertThat(upper(80, 5, minute -> minute).forecast()).isInstanceOf(Forecast.Unknown.class);
    }

    @Test
    void a_rise_after_a_long_calm_is_seen_in_its_own_slope() {
        Forecast forecast = upper(80, 1200, minute -> 60 + noise(minute) / 4 + Math.max(0, minute - 1000) / 20.0)
                .forecast();
        assertThat(forecast)
                .isInstanceOfSatisfying(
                        Forecast.Reaches.class,
                        reaches -> assertThat(reaches.expected())
                                .isBetween(Duration.ofMinutes(120), Duration.ofMinutes(320)));
    }

    @Test
    void single_wild_readings_change_little() {
        IntToDoubleFunction wild = minute -> minute % 97 == 50 ? 500 : 60 + minute / 60.0;
        assertThat(upper(80, 600, wild).forecast())
                .isInstanceOfSatisfying(
                        Forecast.Reaches.class,
                        reaches -> assertThat(reaches.expected()).isBetween(Duration.ofHours(8), Duration.ofHours(12)));
    }

    @Test
    void late_readings_and_what_is_no_number_are_taken_in_stride() {
        TrendToLimit ordered = upper(80, 600, minute -> 60 + minute / 60.0);
        TrendToLimit late = new TrendToLimit(80, Side.UPPER);
        feed(late, 300, 600, minute -> 60 + minute / 60.0);
        late.on(START, Double.NaN);
        feed(late, 0, 300, minute -> 60 + minute / 60.0);
        assertThat(((Forecast.Reaches) late.forecast()).expected())
                .isCloseTo(((Forecast.Reaches) ordered.forecast()).expected(), Duration.ofMinutes(30));
    }

    @Test
    void a_restored_trend_forecasts_the_same() throws IOException {
        TrendToLimit trend = upper(80, 600, minute -> 60 + minute / 60.0 + noise(minute));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trend.write(new DataOutputStream(out));
        TrendToLimit restored = new TrendToLimit(80, Side.UPPER);
        restored.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
        assertThat(restored.forecast()).isEqualTo(trend.forecast());
        assertThat(out.size()).isLessThan(4096);
    }

    @Test
    void eighty_percent_bands_hold_the_truth_eight_times_in_ten() {
        int held = 0;
        for (int trial = 0; trial < 300; trial++) {
            Random random = new Random(trial);
            TrendToLimit trend = upper(80, 64, minute -> 60 + minute / 10.0 + 2 * random.nextGaussian());
            if (trend.forecast() instanceof Forecast.Reaches reaches) {
                Duration truth = Duration.ofMinutes(137);
                held += reaches.lower().compareTo(truth) <= 0 && reaches.upper().compareTo(truth) >= 0 ? 1 : 0;
            }
        }
        assertThat(held).isBetween(216, 282);
    }

    private static TrendToLimit upper(double limit, int minutes, IntToDoubleFunction values) {
        TrendToLimit trend = new TrendToLimit(limit, Side.UPPER);
        feed(trend, 0, minutes, values);
        return trend;
    }

    private static void feed(TrendToLimit trend, int from, int to, IntToDoubleFunction values) {
        for (int minute = from; minute < to; minute++) {
            trend.on(START.plus(MINUTE.multipliedBy(minute)), values.applyAsDouble(minute));
        }
    }

    private static double noise(int minute) {
        return new Random(minute).nextGaussian();
    }
}
