package wrenchline.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrustedClockTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void clock_that_goes_on_is_believed() {
        TrustedClock clock = TrustedClock.UNSET;
        for (int hour = 0; hour < 1_000; hour++) {
            clock = clock.look(NOW.plus(Duration.ofHours(hour)));
            assertThat(clock).isEqualTo(new TrustedClock(NOW.plus(Duration.ofHours(hour)), 0));
        }
    }

    @Test
    void clock_that_leaps_ten_years_and_is_put_right_within_a_week_changes_nothing() {
        TrustedClock clock = TrustedClock.UNSET.look(NOW);
        for (int hour = 1; hour < 7 * 24; hour++) {
            clock = clock.look(NOW.plus(Duration.ofDays(3_650)).plus(Duration.ofHours(hour)));
            assertThat(clock.time()).isEqualTo(NOW);
            assertThat(clock.isDoubtful()).isTrue();
        }
        assertThat(clock.look(NOW.plus(Duration.ofDays(7))))
                .isEqualTo(new TrustedClock(NOW.plus(Duration.ofDays(7)), 0));
    }

    @Test
    void product_that_was_off_for_a_year_believes_its_clock_after_a_week() {
        TrustedClock clock = TrustedClock.UNSET.look(NOW);
        Instant back = NOW.plus(Duration.ofDays(365));
        for (int hour = 0; hour < 7 * 24; hour++) {
            clock = clock.look(back.plus(Duration.ofHours(hour)));
        }
        assertThat(clock.isDoubtful()).isFalse();
        assertThat(clock.time()).isAfter(back);
    }

    @Test
    void smaller_leap_purges_nothing_younger_than_it_is_kept() {
        Keep keep = new Keep(Duration.ofDays(90), Keep.FOREVER, Keep.FOREVER);
        for (int days = 0; days <= 10; days++) {
            TrustedClock clock = TrustedClock.UNSET.look(NOW).look(NOW.plus(Duration.ofDays(days)));
            assertThat(keep.at(clock.surely()).readings()).isBeforeOrEqualTo(NOW.minus(keep.readings()));
        }
    }
}
