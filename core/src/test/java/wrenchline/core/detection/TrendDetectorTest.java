package wrenchline.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TrendDetectorTest {

    private final TrendDetector detector = new TrendDetector(
            Lift.MODEL, Objects.requireNonNull(Lift.MODEL.foresight().learned()), Straight::new);
    private final List<Finding> findings = new ArrayList<>();
    private int minute;

    @Test
    void a_limit_that_will_be_reached_within_the_horizon_is_told_with_its_band() {
        run(30, 40, 0);
        assertThat(findings).as("not on its way").isEmpty();
        run(24 * 60, 40, 10.0 / (24 * 60));
        assertThat(raised()).singleElement().satisfies(raised -> {
            assertThat(raised.failureMode()).isEqualTo("OVERHEATING");
            assertThat(raised.limit()).isEqualTo(70);
            assertThat(raised.grounds()).isInstanceOfSatisfying(Grounds.Approaching.class, approaching -> {
                Forecast forecast = approaching.forecast();
                assertThat(forecast.perDay()).isBetween(5.0, 11.0);
                assertThat(forecast.earliest()).isBefore(forecast.likely());
                assertThat(forecast.latest()).isAfter(forecast.likely());
                assertThat(approaching.window().getFirst().samples()).hasSize(60);
            });
        });
    }

    @Test
    void one_that_is_far_away_is_not_told() {
        run(48 * 60, 40, 1.0 / (24 * 60));
        assertThat(findings).isEmpty();
        assertThat(detector.outlook().courses()).as("but shown").hasSize(1);
    }

    @Test
    void it_is_taken_back_when_the_metric_comes_back() {
        run(24 * 60, 40, 10.0 / (24 * 60));
        run(100, 30, 0);
        assertThat(findings).hasSize(2).last().isInstanceOf(Finding.Cleared.class);
    }

    private void run(int minutes, double from, double perMinute) {
        for (int step = 0; step < minutes; step++) {
            double value = from + step * perMinute;
            findings.addAll(detector.on(Lift.at(60L * minute++, Map.of("oil_temp", value))));
        }
    }

    private List<Finding.Raised> raised() {
        return findings.stream()
                .filter(Finding.Raised.class::isInstance)
                .map(Finding.Raised.class::cast)
                .toList();
    }
}
