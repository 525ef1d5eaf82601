package wrenchline.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.Reading;

class LimitDetectorTest {

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
    private static final Names NAMES = new Names("油温过高", "oil too hot");
    private final Detector detector = new LimitDetector(new EquipmentModel(
            "lift",
            NAMES,
            List.of(),
            List.of(new Limit(
                    "oil_temp",
                    "OVERHEATING",
                    NAMES,
                    Severity.MAJOR,
                    Limit.Side.ABOVE,
                    70,
                    65,
                    Duration.ofSeconds(10)))));

    @Test
    void raises_once_after_the_duration_and_clears_once_below_the_hysteresis() {
        assertThat(at(0, 71)).isEmpty();
        assertThat(at(9, 72)).isEmpty();
        assertThat(at(10, 73))
                .containsExactly(new Finding.Raised(
                        new EquipmentId("lift-01"),
                        "OVERHEATING",
                        Severity.MAJOR,
                        "oil_temp",
                        73,
                        70,
                        START,
                        START.plusSeconds(10)));
        assertThat(at(20, 90)).isEmpty();
        assertThat(at(21, 68)).as("between clear and raise").isEmpty();
        assertThat(at(22, 65)).singleElement().isInstanceOf(Finding.Cleared.class);
        assertThat(at(23, 60)).isEmpty();
    }

    @Test
    void a_spike_shorter_than_the_duration_raises_nothing() {
        assertThat(at(0, 71)).isEmpty();
        assertThat(at(5, 69)).isEmpty();
        assertThat(at(11, 71)).isEmpty();
    }

    @Test
    void a_late_reading_changes_nothing() {
        at(0, 71);
        at(9, 72);
        assertThat(at(5, 20)).isEmpty();
        assertThat(at(10, 72)).hasSize(1);
    }

    @Test
    void after_a_clock_was_set_back_by_an_hour_the_machine_is_watched_again() {
        at(3600, 50);
        assertThat(at(0, 71)).isEmpty();
        assertThat(at(10, 72)).hasSize(1);
        assertThat(at(20, 60)).singleElement().isInstanceOf(Finding.Cleared.class);
    }

    @Test
    void a_reading_without_the_metric_is_no_good_news() {
        at(0, 71);
        detector.on(new Reading(
                new EquipmentId("lift-01"), START.plusSeconds(5), START, Reading.NO_SEQ, Map.of("pressure", 1.0)));
        assertThat(at(10, 72)).hasSize(1);
    }

    private List<Finding> at(int second, double value) {
        Instant at = START.plusSeconds(second);
        return detector.on(new Reading(new EquipmentId("lift-01"), at, at, Reading.NO_SEQ, Map.of("oil_temp", value)));
    }
}
