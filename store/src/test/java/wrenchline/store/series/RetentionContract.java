package wrenchline.store.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Horizon;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;

/** What every history promises of purging. */
interface RetentionContract {

    Instant FIRST_DAY = Instant.parse("2026-03-02T00:00:00Z");

    /** A history of which nothing is used by other tests. */
    Readings untouched();

    @Test
    default void days_before_the_horizon_go_and_what_they_came_to_stays() {
        EquipmentId lift = new EquipmentId("old-lift");
        List<Taken> days = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            Instant noon = FIRST_DAY.plus(Duration.ofHours(24L * day + 12));
            days.add(ReadingsContract.reading(lift, noon, 2L * day, Map.of("load", 1.0 * day)));
            days.add(ReadingsContract.reading(lift, noon.plusSeconds(90), 2L * day + 1, Map.of("load", 10.0 * day)));
        }
        Taken farAhead = ReadingsContract.reading(lift, Instant.parse("2099-01-01T00:00:00Z"), 99, Map.of("load", 7.0));
        Instant horizon = FIRST_DAY.plus(Duration.ofDays(2));
        Instant end = FIRST_DAY.plus(Duration.ofDays(5));
        Readings readings = untouched();
        readings.keep(days);
        readings.keep(List.of(farAhead));
        readings.seal(new Horizon(horizon, Instant.EPOCH, Instant.EPOCH));
        for (int time = 0; time < 2; time++) {
            readings.purge();
            assertThat(readings.replay(lift, FIRST_DAY, end)).isEqualTo(days.subList(4, 10));
            assertThat(readings.history(lift, "load", FIRST_DAY, end, 5))
                    .containsExactly(
                            point(0, 0, 0), point(1, 1, 10), point(2, 2, 20), point(3, 3, 30), point(4, 4, 40));
            assertThat(readings.replay(lift, end, Instant.parse("2100-01-01T00:00:00Z")))
                    .containsExactly(farAhead);
        }
        Taken late = ReadingsContract.reading(lift, FIRST_DAY, 100, Map.of("load", 500.0));
        assertThatThrownBy(() -> readings.keep(List.of(late, farAhead)))
                .isInstanceOfSatisfying(
                        Readings.ReadingsRefused.class,
                        refusal -> assertThat(refusal.refused()).containsExactly(late));
        assertThat(readings.history(lift, "load", FIRST_DAY, FIRST_DAY.plus(Duration.ofDays(1)), 1))
                .containsExactly(point(0, 0, 0));
    }

    private static Point point(int day, double min, double max) {
        return new Point(FIRST_DAY.plus(Duration.ofDays(day)), min, max, (min + max) / 2, 2);
    }
}
