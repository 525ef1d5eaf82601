package wrenchline.prediction.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HabitTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private final Habit habit = new Habit();

    @Test
    void each_ticket_raises_the_bar_and_a_month_brings_it_down() {
        assertThat(habit.raised(0)).isZero();
        habit.told(0);
        double once = habit.raised(0);
        habit.told(DAY);
        assertThat(habit.raised(DAY)).isBetween(1.9 * once, 2 * once);
        assertThat(habit.raised(31 * DAY)).isCloseTo(habit.raised(DAY) / Math.E, within(1e-9));
    }

    @Test
    void a_clock_that_was_set_back_does_not_raise_it() {
        habit.told(400 * DAY);
        assertThat(habit.raised(0)).isEqualTo(habit.raised(400 * DAY));
    }
}
